package dev.rampart.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher.Fitness;
import dev.rampart.domain.password.PasswordHasher.Verification.Right;
import dev.rampart.domain.password.PasswordHasher.Verification.Wrong;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.testing.FakeEntropy;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that were made by other programs: by libxcrypt, by Python's hashlib, by the reference of Argon2. */
final class ForeignHashTest {

    private static final Secret PASSWORD = Secret.of("correct horse battery");
    private static final String BCRYPT_TEXT = "abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS";

    private final Argon2PasswordHasher hasher =
            new Argon2PasswordHasher(new Argon2Parameters(64, 2, 1), new HashingLimits(2, 64), new FakeEntropy());

    @AfterEach
    void closeHasher() {
        hasher.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$2y$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
                "$pbkdf2$1000$c2l4dGVlbiBieXRlcyBvZg$4YhJDr.PDbCw8jcPTYEC.YqdJpQ",
                "$pbkdf2-sha256$1000$c2l4dGVlbiBieXRlcyBvZg$0lBrYX94ViAtVr3Xt8m.moAsoDBHa7oyseUsmGnllo4",
                "$pbkdf2-sha512$1000$c2l4dGVlbiBieXRlcyBvZg"
                        + "$YUUWZrMwOUvY3GCZdQlqhNcV.x2Zxv71W4EZx24aHzQpvfFuAp3BFU2IBL986InD55wb/S0Z3HzT/Q1v4W6XYg",
                "pbkdf2_sha256$2000$NaCl0123abcd$3DRDxWns4bdm9ctiO2+9MrfWuzxinCsRMAAIg8UbX0M=",
                "pbkdf2_sha1$2000$NaCl0123abcd$tuKSOboTFxRlS8nvIVkKU1tIcAE=",
                "$pbkdf2-sha512$i=3000$c2l4dGVlbiBieXRlcyBvZg==$gwNszGtQyRHytTnQcv1UqSeMK1IpZPZhcSSDC83q28V+"
                        + "lM8Nk4BWSfKjpRfB/NO1ibOCEIi1pxLlnC+fdB14zQ==",
                "$pbkdf2-sha256$i=3000$c2l4dGVlbiBieXRlcyBvZg==$bherBjQbuDPup6Zr1oyrUuPvMn0k6zOimHHVvq6l5Epm"
                        + "YwfcBCjGi7UDOye9xDgq9voPRxiZLAjgH0Nx+JH+wA=="
            })
    void isComparedAndIsOutdated(String encoded) {
        PasswordHash hash = new PasswordHash(encoded);
        long before = hasher.hashes();

        assertThat(hasher.fitness(hash)).isEqualTo(Fitness.FIT);
        assertThat(hasher.verify(PASSWORD, Optional.of(hash))).isEqualTo(new Right(true));
        assertThat(hasher.verify(Secret.of("correct horse batterz"), Optional.of(hash)))
                .isEqualTo(new Wrong());
        assertThat(hasher.hashes() - before).isEqualTo(2);
        assertThat(StoredHash.read(hash).orElseThrow().toString()).doesNotContain(encoded);
    }

    /** A test vector of the reference implementation. */
    @Test
    void isComparedIfItIsArgon2iAndIsOutdated() {
        Optional<PasswordHash> hash = Optional.of(new PasswordHash(
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA"));

        assertThat(hasher.verify(Secret.of("password"), hash)).isEqualTo(new Right(true));
        assertThat(hasher.verify(Secret.of("passwore"), hash)).isEqualTo(new Wrong());
    }

    @Test
    void isOfUtf8() {
        PasswordHash bcrypt = new PasswordHash("$2b$04$abcdefghijklmnopqrstuum174eFeoTj0DHmtuueFaS3Wde4P7wHG");

        assertThat(hasher.verify(Secret.of("p\u00e4ssword"), Optional.of(bcrypt)))
                .isEqualTo(new Right(true));
        assertThat(hasher.verify(Secret.of("passw\u00f6rd"), Optional.of(bcrypt)))
                .isEqualTo(new Wrong());
    }

    /** As in the system that made it: nobody who could sign in there is turned away here. */
    @Test
    void isOfTheFirst72BytesIfItIsBcrypt() {
        PasswordHash bcrypt = new PasswordHash("$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i");

        assertThat(hasher.verify(Secret.of("x".repeat(80)), Optional.of(bcrypt)))
                .isEqualTo(new Right(true));
        assertThat(hasher.verify(Secret.of("x".repeat(72) + "y"), Optional.of(bcrypt)))
                .isEqualTo(new Right(true));
        assertThat(hasher.verify(Secret.of("x".repeat(71)), Optional.of(bcrypt)))
                .isEqualTo(new Wrong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$15$" + BCRYPT_TEXT,
                "$2b$31$" + BCRYPT_TEXT,
                "$pbkdf2-sha256$2000001$c2FsdA$0lBrYX94ViAtVr3Xt8m.moAsoDBHa7oyseUsmGnllo4",
                "$pbkdf2$1000001$c2FsdA$0lBrYX94ViAtVr3Xt8m.moAsoDBHa7oyseUsmGnllo4",
                "pbkdf2_sha256$999999999$salt$3DRDxWns4bdm9ctiO2+9MrfWuzxinCsRMAAIg8UbX0M=",
                "$argon2id$v=19$m=65536,t=2,p=255$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2i$v=19$m=4194304,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void isRefusedIfItWouldCostTooMuch(String encoded) {
        assertThat(hasher.fitness(new PasswordHash(encoded))).isEqualTo(Fitness.TOO_COSTLY);
        assertThat(StoredHash.read(new PasswordHash(encoded))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$1$abcdefgh$WkpwwTuTN1Q7TC8S5dYPf0",
                "$2x$04$" + BCRYPT_TEXT,
                "$2b$03$" + BCRYPT_TEXT,
                "$2b$32$" + BCRYPT_TEXT,
                "$2b$10$" + BCRYPT_TEXT + "a",
                "$2b$10$" + BCRYPT_TEXT + "\n",
                "$pbkdf2-md5$1000$c2FsdA$4YhJDr.PDbCw8jcPTYEC.YqdJpQ",
                "$pbkdf2-sha256$0$c2FsdA$0lBrYX94ViAtVr3Xt8m.moAsoDBHa7oyseUsmGnllo4",
                "$pbkdf2-sha256$1000$c2FsdA$0lBrYX94",
                "$pbkdf2-sha256$1000$c2FsdA$0lBrYX94ViAtVr3Xt8m.moAsoDBHa7oyseUsmGnll",
                "pbkdf2_sha512$1000$salt$3DRDxWns4bdm9ctiO2+9MrfWuzxinCsRMAAIg8UbX0M=",
                "{SSHA}0c0blFTXXNuAMHECS4uxrj3ZieMoWImr",
                "$argon2d$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void isRefusedIfItsFormIsUnknown(String encoded) {
        PasswordHash hash = new PasswordHash(encoded);

        assertThat(hasher.fitness(hash)).isEqualTo(Fitness.UNKNOWN_FORM);
        assertThat(hasher.verify(PASSWORD, Optional.of(hash))).isEqualTo(new Wrong());
    }

    @Test
    void isRefusedIfItIsEndless() {
        assertThat(hasher.fitness(new PasswordHash("$pbkdf2-sha256$1$" + "A".repeat(1000))))
                .isEqualTo(Fitness.UNKNOWN_FORM);
    }
}
