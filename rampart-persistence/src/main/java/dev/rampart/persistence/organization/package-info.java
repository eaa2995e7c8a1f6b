/** Organizations, in PostgreSQL and at hand. */
@NullMarked
package dev.rampart.persistence.organization;

import org.jspecify.annotations.NullMarked;
