package dev.rampart.crypto.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher.Hashing;
import dev.rampart.domain.password.PasswordHasher.Hashing.Hashed;
import dev.rampart.domain.password.PasswordHasher.Verification;
import dev.rampart.domain.password.PasswordHasher.Verification.Right;
import dev.rampart.domain.password.PasswordHasher.Verification.Wrong;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.testing.FakeEntropy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2PasswordHasherTest {

    private static final Secret PASSWORD = Secret.of("correct horse battery");
    private static final Secret OTHER = Secret.of("correct horse batterz");
    private static final HashingLimits LIMITS = new HashingLimits(2, 64);

    private final FakeEntropy entropy = new FakeEntropy();
    private final Argon2PasswordHasher hasher =
            new Argon2PasswordHasher(new Argon2Parameters(64, 2, 1), LIMITS, entropy);

    @AfterEach
    void closeHasher() {
        hasher.close();
    }

    @Test
    void recognizesAPasswordThatItHashed() {
        PasswordHash hash = hashed(hasher, PASSWORD);

        assertThat(hasher.verify(PASSWORD, Optional.of(hash))).isEqualTo(new Right(false));
        assertThat(hasher.verify(OTHER, Optional.of(hash))).isEqualTo(new Wrong());
    }

    @Test
    void saltsEachHashAnew() {
        assertThat(hashed(hasher, PASSWORD)).isNotEqualTo(hashed(hasher, PASSWORD));
    }

    @Test
    void writesAHashThatOthersCanRead() {
        try (Argon2PasswordHasher production = new Argon2PasswordHasher(Argon2Parameters.DEFAULT, LIMITS, entropy)) {
            String encoded = hashed(production, PASSWORD).encoded();

            assertThat(encoded).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(Argon2Factory.create(Argon2Types.ARGON2id)
                            .verify(encoded, PASSWORD.reveal().getBytes(UTF_8)))
                    .isTrue();
        }
    }

    /** Test vectors of the reference implementation. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void verifiesHashesMadeWithOtherParametersAndCallsThemOutdated(String encoded) {
        Optional<PasswordHash> hash = Optional.of(new PasswordHash(encoded));

        assertThat(hasher.verify(Secret.of("password"), hash)).isEqualTo(new Right(true));
        assertThat(hasher.verify(Secret.of("passwore"), hash)).isEqualTo(new Wrong());
    }

    @Test
    void callsAHashWithAShorterSaltOutdated() {
        String encoded = Argon2Factory.create(Argon2Types.ARGON2id, 8, 32)
                .hash(2, 64, 1, PASSWORD.reveal().toCharArray(), UTF_8);

        assertThat(hasher.verify(PASSWORD, Optional.of(new PasswordHash(encoded))))
                .isEqualTo(new Right(true));
    }

    @Test
    void hashesOnceWhateverIsAskedOfIt() {
        PasswordHash known = hashed(hasher, PASSWORD);
        PasswordHash hostile = new PasswordHash(
                "$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        List<Optional<PasswordHash>> asked =
                List.of(Optional.of(known), Optional.empty(), Optional.of(hostile), Optional.of(new PasswordHash("x")));

        for (Optional<PasswordHash> hash : asked) {
            long before = hasher.hashes();
            hasher.verify(OTHER, hash);
            assertThat(hasher.hashes() - before).isEqualTo(1);
        }
    }

    @Test
    void doesTheWorkOfTheCurrentParametersWithoutAHash() {
        RecordingArgon2 argon2 = new RecordingArgon2();
        try (Argon2PasswordHasher recorded =
                new Argon2PasswordHasher(Argon2Parameters.DEFAULT, LIMITS, entropy, argon2)) {
            Verification known = recorded.verify(OTHER, Optional.of(hashed(recorded, PASSWORD)));
            Verification unknown = recorded.verify(OTHER, Optional.empty());

            assertThat(known).isEqualTo(new Right(false));
            assertThat(unknown).isEqualTo(new Wrong());
            assertThat(argon2.calls()).hasSize(3).containsOnly("%s, 16, 32".formatted(Argon2Parameters.DEFAULT));
        }
    }

    @Test
    void matchesNothingAgainstAMissingHashEvenIfTheDigestIsZero() {
        try (Argon2PasswordHasher zeros = new Argon2PasswordHasher(
                Argon2Parameters.DEFAULT, LIMITS, entropy, (like, password) -> new byte[like.digest().length])) {
            assertThat(zeros.verify(PASSWORD, Optional.empty())).isEqualTo(new Wrong());
        }
    }

    @Test
    void wipesThePasswordsBytes() {
        RecordingArgon2 argon2 = new RecordingArgon2();
        try (Argon2PasswordHasher recorded =
                new Argon2PasswordHasher(Argon2Parameters.DEFAULT, LIMITS, entropy, argon2)) {
            recorded.hash(PASSWORD);

            assertThat(argon2.passwords())
                    .hasSize(1)
                    .allSatisfy(bytes -> assertThat(bytes).hasSize(21).containsOnly(0));
        }
    }

    @Test
    void takesPasswordsOfAnyText() {
        List<Secret> passwords = List.of(
                Secret.of(""),
                Secret.of("pa\0ss"),
                Secret.of("pa\0sz"),
                Secret.of("größe 🐎"),
                Secret.of("x".repeat(4096)));

        for (Secret password : passwords) {
            Optional<PasswordHash> hash = Optional.of(hashed(hasher, password));
            assertThat(passwords.stream().filter(other -> hasher.verify(other, hash) instanceof Right))
                    .containsExactly(password);
        }
    }

    @Test
    void isBusyAtOnceWhenAllThreadsAndPlacesAreTaken() throws Exception {
        HeldArgon2 argon2 = new HeldArgon2(2);
        try (Argon2PasswordHasher held =
                        new Argon2PasswordHasher(Argon2Parameters.DEFAULT, new HashingLimits(2, 3), entropy, argon2);
                ExecutorService callers = Executors.newFixedThreadPool(5)) {
            List<Future<Hashing>> running = callers(held, callers, 2);
            argon2.awaitAllRunning();
            List<Future<Hashing>> waiting = callers(held, callers, 3);
            awaitWaiting(held, 3);

            Hashing hashing = held.hash(PASSWORD);
            Verification verification = held.verify(PASSWORD, Optional.empty());
            long begun = held.hashes();
            argon2.release();

            assertThat(hashing).isEqualTo(new Hashing.Busy());
            assertThat(verification).isEqualTo(new Verification.Busy());
            assertThat(begun).isEqualTo(2);
            for (Future<Hashing> taken : running) {
                assertThat(taken.get()).isInstanceOf(Hashed.class);
            }
            for (Future<Hashing> taken : waiting) {
                assertThat(taken.get()).isInstanceOf(Hashed.class);
            }
            assertThat(held.hash(PASSWORD)).isInstanceOf(Hashed.class);
        }
    }

    @Test
    void isBusyOnceClosed() {
        hasher.close();

        assertThat(hasher.hash(PASSWORD)).isEqualTo(new Hashing.Busy());
    }

    @Test
    void hashesForManyAtOnce() throws Exception {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Secret password = Secret.of("password " + i);
            tasks.add(() -> hasher.verify(password, Optional.of(hashed(hasher, password))) instanceof Right);
        }

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> right : callers.invokeAll(tasks)) {
                assertThat(right.get()).isTrue();
            }
        }

        assertThat(hasher.hashes()).isEqualTo(120);
    }

    private static List<Future<Hashing>> callers(Argon2PasswordHasher hasher, ExecutorService threads, int count) {
        List<Future<Hashing>> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            callers.add(threads.submit(() -> hasher.hash(PASSWORD)));
        }
        return callers;
    }

    private static void awaitWaiting(Argon2PasswordHasher hasher, int count) {
        while (hasher.waiting() < count) {
            Thread.onSpinWait();
        }
    }

    private static PasswordHash hashed(Argon2PasswordHasher hasher, Secret password) {
        return ((Hashed) hasher.hash(password)).hash();
    }
}
