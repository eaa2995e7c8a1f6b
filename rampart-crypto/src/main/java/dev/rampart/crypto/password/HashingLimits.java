package dev.rampart.crypto.password;

/**
 * How many passwords are hashed at a time, and how many may wait for their turn.
 *
 * @param threads at most; each takes a core and the memory of one hash
 * @param waiting at most; one more is refused at once
 */
public record HashingLimits(int threads, int waiting) {

    private static final int WAITING_PER_CORE = 8;

    /** Throws {@link IllegalArgumentException} if either is less than one. */
    public HashingLimits {
        if (threads < 1 || waiting < 1) {
            throw new IllegalArgumentException("threads and waiting must be at least 1: " + threads + ", " + waiting);
        }
    }

    /** One hash for each core, and eight more that wait for it. */
    public static HashingLimits ofCores(int cores) {
        return new HashingLimits(cores, cores * WAITING_PER_CORE);
    }
}
