package dev.rampart.crypto.password;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.password.PasswordHasher.Hashing.Hashed;
import dev.rampart.domain.password.PasswordHasher.Verification.Right;
import dev.rampart.domain.password.PasswordHasher.Verification.Wrong;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Hashes passwords with Argon2id on platform threads of its own.
 *
 * <p>Hashes that came from elsewhere (bcrypt, PBKDF2, other parameters of Argon2) are compared on the same threads, and
 * are outdated. They cost what they cost: until its first sign-in somebody who was imported takes another time to
 * refuse than somebody who is unknown.
 *
 * <p>The caller waits for its turn and its hash. Passwords are taken as they are, in UTF-8, without normalization.
 */
public final class Argon2PasswordHasher implements PasswordHasher, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Argon2PasswordHasher.class.getName());

    /** How long closing waits for hashes that were begun. */
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Argon2Parameters parameters;
    private final Entropy entropy;
    private final Argon2Function argon2;
    private final ThreadPoolExecutor pool;
    private final Argon2Hash dummy;
    private final LongAdder hashes = new LongAdder();
    private final LongAdder refused = new LongAdder();

    public Argon2PasswordHasher(Argon2Parameters parameters, HashingLimits limits, Entropy entropy) {
        this(parameters, limits, entropy, new NativeArgon2());
    }

    Argon2PasswordHasher(Argon2Parameters parameters, HashingLimits limits, Entropy entropy, Argon2Function argon2) {
        this.parameters = parameters;
        this.entropy = entropy;
        this.argon2 = argon2;
        this.pool = pool(limits);
        this.dummy = new Argon2Hash(parameters, new byte[Argon2Hash.SALT_LENGTH], new byte[Argon2Hash.DIGEST_LENGTH]);
    }

    private static ThreadPoolExecutor pool(HashingLimits limits) {
        return new ThreadPoolExecutor(
                limits.threads(),
                limits.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waiting()),
                Thread.ofPlatform().name("password-hash-", 1).daemon().factory());
    }

    @Override
    public Hashing hash(Secret password) {
        byte[] salt = entropy.next(Argon2Hash.SALT_LENGTH);
        Argon2Hash like = new Argon2Hash(parameters, salt, dummy.digest());
        Optional<byte[]> digest = inTurn(() -> digest(password, like));
        return digest.<Hashing>map(bytes -> new Hashed(new Argon2Hash(parameters, salt, bytes).encoded()))
                .orElseGet(Hashing.Busy::new);
    }

    @Override
    public Verification verify(Secret password, Optional<PasswordHash> hash) {
        Optional<StoredHash> known = hash.flatMap(Argon2PasswordHasher::read);
        // Without a hash the same work is done, so that the time taken does not tell who has an account.
        Optional<Boolean> right = inTurn(() -> known.isPresent() ? isOf(password, known.get()) : work(password));
        return right.map(yes -> yes ? new Right(isOutdated(known)) : new Wrong())
                .orElseGet(Verification.Busy::new);
    }

    @Override
    public Fitness fitness(PasswordHash hash) {
        return StoredHash.fitness(hash);
    }

    private static Optional<StoredHash> read(PasswordHash hash) {
        Optional<StoredHash> read = StoredHash.read(hash);
        if (read.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A stored password hash is of no form that can be read within the limits: no password matches it");
        }
        return read;
    }

    private boolean isOutdated(Optional<StoredHash> hash) {
        return !(hash.orElse(dummy) instanceof Argon2Hash argon && argon.isOf(parameters));
    }

    /** Right never, for nobody has that digest: only the time is wanted. */
    private boolean work(Secret password) {
        digest(password, dummy);
        return false;
    }

    private boolean isOf(Secret password, StoredHash hash) {
        return switch (hash) {
            case Argon2Hash known -> MessageDigest.isEqual(known.digest(), digest(password, known));
            case BcryptHash known -> withBytes(password, known::isOf);
            case Pbkdf2Hash known -> {
                hashes.increment();
                char[] characters = password.reveal().toCharArray();
                try {
                    yield known.isOf(characters);
                } finally {
                    Arrays.fill(characters, '\0');
                }
            }
        };
    }

    /** What came of the work, or nothing if it is busy. */
    private <T> Optional<T> inTurn(Callable<T> work) {
        Future<T> result;
        try {
            result = pool.submit(work);
        } catch (RejectedExecutionException e) {
            refused.increment();
            return Optional.empty();
        }
        try {
            return Optional.of(result.get());
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a password was hashed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot hash a password", e.getCause());
        }
    }

    /** With the salt, parameters and length of {@code like}. */
    private byte[] digest(Secret password, Argon2Hash like) {
        return withBytes(password, bytes -> argon2.digest(like, bytes));
    }

    private <T> T withBytes(Secret password, Function<byte[], T> work) {
        byte[] bytes = password.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            hashes.increment();
            return work.apply(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** How many hashes were computed since the start, those without an account included. */
    public long hashes() {
        return hashes.sum();
    }

    /** How many passwords were not looked at since the start, because too many waited. */
    public long refused() {
        return refused.sum();
    }

    /** How many passwords are being hashed. */
    public int active() {
        return pool.getActiveCount();
    }

    /** How many passwords wait for their turn. */
    public int waiting() {
        return pool.getQueue().size();
    }

    /** Takes no more passwords, and waits for those it has. Whoever comes later is told that it is busy. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
