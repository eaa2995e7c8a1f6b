package dev.rampart.crypto.password;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was asked for, and says that every digest is the same. */
final class RecordingArgon2 implements Argon2Function {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<byte[]> passwords = new CopyOnWriteArrayList<>();

    @Override
    public byte[] digest(Argon2Hash like, byte[] password) {
        calls.add("%s, %d, %d".formatted(like.parameters(), like.salt().length, like.digest().length));
        passwords.add(password);
        return new byte[like.digest().length];
    }

    /** Parameters, length of the salt, length of the digest. */
    List<String> calls() {
        return calls;
    }

    /** The very arrays it was given. */
    List<byte[]> passwords() {
        return passwords;
    }
}
