/** Invitations, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.invitation;

import org.jspecify.annotations.NullMarked;
