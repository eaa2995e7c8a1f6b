/** What must be removed when its time is over. */
@NullMarked
package dev.rampart.domain.upkeep;

import org.jspecify.annotations.NullMarked;
