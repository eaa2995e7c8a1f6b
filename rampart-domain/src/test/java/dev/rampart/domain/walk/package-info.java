/**
 * Random walks through everything that can change who may do what, watched by a model that knows nothing of the use
 * cases.
 */
@NullMarked
package dev.rampart.domain.walk;

import org.jspecify.annotations.NullMarked;
