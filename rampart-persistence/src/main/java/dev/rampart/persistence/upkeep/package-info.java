/** The clean-up of tables whose rows expire. */
@NullMarked
package dev.rampart.persistence.upkeep;

import org.jspecify.annotations.NullMarked;
