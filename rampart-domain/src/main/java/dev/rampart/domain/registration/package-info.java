/** Clients that register themselves, and look after themselves from then on (RFC 7591, RFC 7592). */
@NullMarked
package dev.rampart.domain.registration;

import org.jspecify.annotations.NullMarked;
