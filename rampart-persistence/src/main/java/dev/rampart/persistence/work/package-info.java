/** Leases, in PostgreSQL, and the condition that fences off whoever no longer holds one. */
@NullMarked
package dev.rampart.persistence.work;

import org.jspecify.annotations.NullMarked;
