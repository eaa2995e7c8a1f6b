/** Where people sign in and out. */
@NullMarked
package dev.rampart.http.session;

import org.jspecify.annotations.NullMarked;
