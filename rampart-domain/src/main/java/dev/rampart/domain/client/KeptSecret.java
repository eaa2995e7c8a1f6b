package dev.rampart.domain.client;

import dev.rampart.domain.shared.Sha256;
import java.time.Instant;

/** A secret of a client, of which only the digest is known. */
public record KeptSecret(Sha256 hash, Instant createdAt) {

    /** So many may be alive at a time: the one in use, and the one that replaces it. */
    public static final int MAX = 2;

    private static final int ID_LENGTH = 16;

    /** Names it: the beginning of its digest, which says nothing about the secret. */
    public String id() {
        return hash.hex().substring(0, ID_LENGTH);
    }
}
