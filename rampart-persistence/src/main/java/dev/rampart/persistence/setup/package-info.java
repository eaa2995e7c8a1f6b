/** Set-up links, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.setup;

import org.jspecify.annotations.NullMarked;
