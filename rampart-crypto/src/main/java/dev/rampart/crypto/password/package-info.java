/**
 * Hashing passwords with Argon2id (RFC 9106).
 *
 * <p>Easy to get wrong: native code pins a virtual thread to its carrier, so that it runs on platform threads of its
 * own; a stored hash says itself how much memory it wants, so that it is read with care; and an unknown user must cost
 * what a known one costs.
 */
@NullMarked
package dev.rampart.crypto.password;

import org.jspecify.annotations.NullMarked;
