package dev.rampart.crypto.password;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;

/**
 * The reference implementation in C, through argon2-jvm.
 *
 * <p>JNA takes a libargon2 from {@code jna.library.path} first, then the system's, then the one inside the jar: a
 * faster build of it needs no code here.
 */
final class NativeArgon2 implements Argon2Function {

    private final Argon2Advanced ours = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);
    private final Argon2Advanced foreign = Argon2Factory.createAdvanced(Argon2Types.ARGON2i);

    @Override
    public byte[] digest(Argon2Hash like, byte[] password) {
        Argon2Advanced argon2 = switch (like.kind()) {
            case ID -> ours;
            case I -> foreign;
        };
        return argon2.pbkdf(
                like.parameters().iterations(),
                like.parameters().memoryKib(),
                like.parameters().parallelism(),
                password,
                like.salt(),
                like.digest().length);
    }
}
