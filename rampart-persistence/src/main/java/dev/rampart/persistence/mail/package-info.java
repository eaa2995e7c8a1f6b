/** The outbox, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.mail;

import org.jspecify.annotations.NullMarked;
