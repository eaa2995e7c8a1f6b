/** Addresses and networks, as configuration and headers write them. No name is ever looked up here. */
@NullMarked
package dev.rampart.domain.network;

import org.jspecify.annotations.NullMarked;
