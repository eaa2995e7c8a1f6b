package dev.rampart.crypto.password;

/** Argon2 version 1.3 itself: the place where one library can be exchanged for another. */
@FunctionalInterface
interface Argon2Function {

    /**
     * The digest with the kind, salt, parameters and length of {@code like}. Leaves {@code password} as it is: whoever
     * made the bytes wipes them.
     */
    byte[] digest(Argon2Hash like, byte[] password);
}
