/** What callers of the admin API hold, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.access;

import org.jspecify.annotations.NullMarked;
