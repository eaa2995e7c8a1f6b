package dev.rampart.domain.testing;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import java.util.Optional;

/** Hashes fast, and counts how often. Not safe for real passwords. */
public final class FakePasswordHasher implements PasswordHasher {

    private int hashes;
    private int parameters = 1;
    private boolean busy;
    private Runnable meanwhile = () -> {};

    /** How often the CPU would have been put to work. */
    public synchronized int hashes() {
        return hashes;
    }

    /** From now on there is no room for another hash. */
    public synchronized void becomeBusy() {
        busy = true;
    }

    /** What somebody else does while passwords are compared. */
    public synchronized void meanwhile(Runnable act) {
        meanwhile = act;
    }

    /** Makes every hash there is an outdated one. */
    public synchronized void changeParameters() {
        parameters++;
    }

    @Override
    public synchronized Hashing hash(Secret password) {
        if (busy) {
            return new Hashing.Busy();
        }
        hashes++;
        return new Hashing.Hashed(hash(password, parameters));
    }

    @Override
    public synchronized Verification verify(Secret password, Optional<PasswordHash> hash) {
        if (busy) {
            return new Verification.Busy();
        }
        hashes++;
        meanwhile.run();
        return hash.filter(known -> isOf(password, known))
                .<Verification>map(known -> new Verification.Right(!known.equals(hash(password, parameters))))
                .orElseGet(Verification.Wrong::new);
    }

    @Override
    public Fitness fitness(PasswordHash hash) {
        if (hash.encoded().startsWith("$fake$")) {
            return Fitness.FIT;
        }
        return hash.encoded().startsWith("$costly$") ? Fitness.TOO_COSTLY : Fitness.UNKNOWN_FORM;
    }

    private static boolean isOf(Secret password, PasswordHash hash) {
        String digest = Sha256.of(password).hex();
        return hash.encoded().endsWith("$" + digest);
    }

    private static PasswordHash hash(Secret password, int parameters) {
        return new PasswordHash(
                "$fake$v=%d$%s".formatted(parameters, Sha256.of(password).hex()));
    }
}
