package dev.rampart.crypto.password;

/**
 * What one Argon2id hash costs (RFC 9106 §3.1).
 *
 * @param memoryKib KiB of memory, 8 for each lane at least and 256 MiB at most
 * @param iterations passes over the memory, 1 to 32, and 1 GiB in all at most
 * @param parallelism lanes, 1 to 16
 */
public record Argon2Parameters(int memoryKib, int iterations, int parallelism) {

    /** The smallest that OWASP's Password Storage Cheat Sheet names first: 19 MiB, two passes, one lane. */
    public static final Argon2Parameters DEFAULT = new Argon2Parameters(19 * 1024, 2, 1);

    private static final int MIN_MEMORY_KIB_PER_LANE = 8;
    private static final int MAX_MEMORY_KIB = 256 * 1024;
    private static final int MAX_ITERATIONS = 32;
    private static final int MAX_PARALLELISM = 16;
    private static final long MAX_KIB_IN_ALL = 1024L * 1024;

    /** Throws {@link IllegalArgumentException} outside the limits. */
    public Argon2Parameters {
        if (!allows(memoryKib, iterations, parallelism)) {
            throw new IllegalArgumentException("Argon2 parameters outside the limits: m=%d, t=%d, p=%d"
                    .formatted(memoryKib, iterations, parallelism));
        }
    }

    /** Whether these are within the limits, which bound the time and memory that a hostile hash can take. */
    static boolean allows(int memoryKib, int iterations, int parallelism) {
        return parallelism >= 1
                && parallelism <= MAX_PARALLELISM
                && iterations >= 1
                && iterations <= MAX_ITERATIONS
                && memoryKib >= MIN_MEMORY_KIB_PER_LANE * parallelism
                && memoryKib <= MAX_MEMORY_KIB
                && (long) memoryKib * iterations <= MAX_KIB_IN_ALL;
    }
}
