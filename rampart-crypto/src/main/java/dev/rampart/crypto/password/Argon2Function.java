package dev.rampart.crypto.password;

/** Argon2id version 1.3 itself: the place where one library can be exchanged for another. */
@FunctionalInterface
interface Argon2Function {

    /** Leaves {@code password} as it is: whoever made the bytes wipes them. */
    byte[] digest(Argon2Parameters parameters, byte[] password, byte[] salt, int length);
}
