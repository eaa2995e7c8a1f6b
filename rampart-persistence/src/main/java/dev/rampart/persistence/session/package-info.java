/** Sessions, flows and attempts, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.session;

import org.jspecify.annotations.NullMarked;
