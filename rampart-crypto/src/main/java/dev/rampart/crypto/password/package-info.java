/**
 * Hashing passwords with Argon2id (RFC 9106), and comparing them with hashes that were made elsewhere.
 *
 * <p>Easy to get wrong: native code pins a virtual thread to its carrier, so that it runs on platform threads of its
 * own; a stored hash says itself how much memory it wants, so that it is read with care; and an unknown user must cost
 * what a known one costs. A foreign hash costs something else, so that it is replaced as soon as its password is known,
 * and none is taken that would hold a thread for much longer than a second.
 */
@NullMarked
package dev.rampart.crypto.password;

import org.jspecify.annotations.NullMarked;
