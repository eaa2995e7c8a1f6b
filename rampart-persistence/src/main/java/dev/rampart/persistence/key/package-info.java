/** Data keys and signing keys, in PostgreSQL and at hand. */
@NullMarked
package dev.rampart.persistence.key;

import org.jspecify.annotations.NullMarked;
