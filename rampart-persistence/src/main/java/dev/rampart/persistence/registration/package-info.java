/** Clients that register themselves, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.registration;

import org.jspecify.annotations.NullMarked;
