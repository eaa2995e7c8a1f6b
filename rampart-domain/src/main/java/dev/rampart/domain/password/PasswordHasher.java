package dev.rampart.domain.password;

import dev.rampart.domain.shared.Secret;
import java.util.Optional;

/**
 * Hashes passwords with Argon2id (RFC 9106), a bounded number at a time.
 *
 * <p>A hash takes tens of milliseconds of CPU and 19 MiB: no database connection is held meanwhile. When more wait than
 * the pool will take, the answer is {@code Busy}, at once.
 */
public interface PasswordHasher {

    Hashing hash(Secret password);

    /** Compares. Without a hash it does the same work and says {@link Verification.Wrong}. */
    Verification verify(Secret password, Optional<PasswordHash> hash);

    /** Whether passwords can be compared with a hash that was made elsewhere. Costs nothing. */
    Fitness fitness(PasswordHash hash);

    /** What a hash is good for. */
    enum Fitness {
        FIT,
        /** It is of a known form, but would take more time or memory than is given. */
        TOO_COSTLY,
        UNKNOWN_FORM
    }

    /** What became of a password to be hashed. */
    sealed interface Hashing {
        record Hashed(PasswordHash hash) implements Hashing {}

        record Busy() implements Hashing {}
    }

    /** What became of a password to be compared. */
    sealed interface Verification {
        /** {@code outdated} if it was hashed otherwise than is done today. */
        record Right(boolean outdated) implements Verification {}

        record Wrong() implements Verification {}

        record Busy() implements Verification {}
    }
}
