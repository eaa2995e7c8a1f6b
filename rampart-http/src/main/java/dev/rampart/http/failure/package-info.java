/** How a failure looks to a person. */
@NullMarked
package dev.rampart.http.failure;

import org.jspecify.annotations.NullMarked;
