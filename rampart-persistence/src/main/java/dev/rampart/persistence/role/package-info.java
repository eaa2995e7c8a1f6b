/** Who holds which role, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.role;

import org.jspecify.annotations.NullMarked;
