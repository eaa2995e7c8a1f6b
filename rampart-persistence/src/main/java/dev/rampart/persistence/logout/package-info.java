/** What applications are to be told of sessions that are over, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.logout;

import org.jspecify.annotations.NullMarked;
