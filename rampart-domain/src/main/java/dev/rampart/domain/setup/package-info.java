/** The first administrator, by a link that works once. */
@NullMarked
package dev.rampart.domain.setup;

import org.jspecify.annotations.NullMarked;
