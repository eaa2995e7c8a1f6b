/** Clients, in PostgreSQL and at hand. */
@NullMarked
package dev.rampart.persistence.client;

import org.jspecify.annotations.NullMarked;
