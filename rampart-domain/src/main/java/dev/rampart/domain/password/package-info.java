/** Passwords: how they are kept, and how often they may be guessed at. */
@NullMarked
package dev.rampart.domain.password;

import org.jspecify.annotations.NullMarked;
