package dev.rampart.crypto.password;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher.Fitness;
import java.util.Optional;

/** A hash as it was stored, read: by us, or by the system that somebody came from. */
sealed interface StoredHash permits Argon2Hash, BcryptHash, Pbkdf2Hash {

    /** In characters. The longest that is made anywhere has about 250. */
    int LENGTH_MAX = 512;

    /** Nothing if its form is unknown, or if it would cost more than is allowed. */
    static Optional<StoredHash> read(PasswordHash hash) {
        if (hash.encoded().length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return Argon2Hash.parse(hash)
                .<StoredHash>map(read -> read)
                .or(() -> BcryptHash.parse(hash))
                .or(() -> Pbkdf2Hash.parse(hash));
    }

    /** Whether it can be read, and if not, why. */
    static Fitness fitness(PasswordHash hash) {
        if (read(hash).isPresent()) {
            return Fitness.FIT;
        }
        boolean known = hash.encoded().length() <= LENGTH_MAX
                && (Argon2Hash.hasForm(hash) || BcryptHash.hasForm(hash) || Pbkdf2Hash.hasForm(hash));
        return known ? Fitness.TOO_COSTLY : Fitness.UNKNOWN_FORM;
    }
}
