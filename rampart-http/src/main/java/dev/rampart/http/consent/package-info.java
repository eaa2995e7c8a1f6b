/** The page where people say what applications may have. */
@NullMarked
package dev.rampart.http.consent;

import org.jspecify.annotations.NullMarked;
