/** The files that pages refer to: style sheet, scripts, mark. */
@NullMarked
package dev.rampart.http.asset;

import org.jspecify.annotations.NullMarked;
