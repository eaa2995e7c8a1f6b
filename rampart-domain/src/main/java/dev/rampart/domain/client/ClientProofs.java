package dev.rampart.domain.client;

import dev.rampart.domain.shared.Sha256;
import java.time.Instant;
import java.util.List;

/** What clients of one organization prove themselves with, beside secrets that they show. */
public interface ClientProofs {

    /**
     * Uses an assertion up. Of any number of concurrent calls for one of a client's exactly one is told that it was
     * unused (RFC 7523 §3).
     */
    boolean use(ClientId client, Sha256 jti, Instant expiresAt);

    /** Keeps a secret beside its digest, sealed, for a client that signs with it. */
    void keep(ClientId client, Sha256 hash, byte[] sealed);

    /** The secrets that were kept. */
    List<SealedSecret> kept(ClientId client);

    /** A secret that was kept beside its digest. */
    final class SealedSecret {

        private final Sha256 hash;
        private final byte[] sealed;

        public SealedSecret(Sha256 hash, byte[] sealed) {
            this.hash = hash;
            this.sealed = sealed.clone();
        }

        public Sha256 hash() {
            return hash;
        }

        public byte[] sealed() {
            return sealed.clone();
        }
    }
}
