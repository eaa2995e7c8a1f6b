package dev.rampart.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.password.PasswordHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2HashTest {

    private static final String DIGEST = "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void isWrittenAsItWasRead() {
        PasswordHash hash = new PasswordHash("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$" + DIGEST);

        Argon2Hash read = Argon2Hash.parse(hash).orElseThrow();

        assertThat(read.parameters()).isEqualTo(new Argon2Parameters(65_536, 2, 1));
        assertThat(read.salt()).asString().isEqualTo("somesalt");
        assertThat(read.digest()).hasSize(32);
        assertThat(read.encoded()).isEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$2y$10$abcdefghijklmnopqrstuv",
                "$argon2d$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$" + DIGEST,
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$" + DIGEST,
                "$argon2id$m=65536,t=2,p=1$c29tZXNhbHQ$" + DIGEST,
                "$argon2id$v=19$m=065536,t=2,p=1$c29tZXNhbHQ$" + DIGEST,
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZQ$" + DIGEST,
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzYQ=$" + DIGEST,
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzY$" + DIGEST,
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$" + DIGEST + "\n",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$",
            })
    void isNotReadFromAnythingElse(String text) {
        assertThat(Argon2Hash.parse(new PasswordHash(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=4194304,t=1,p=1",
                "m=4294967296,t=1,p=1",
                "m=65536,t=999999999,p=1",
                "m=65536,t=2,p=255",
                "m=8,t=1,p=2"
            })
    void isNotReadWhenItAsksForMoreThanIsAllowed(String parameters) {
        PasswordHash hash = new PasswordHash("$argon2id$v=19$" + parameters + "$c29tZXNhbHQ$" + DIGEST);

        assertThat(Argon2Hash.parse(hash)).isEmpty();
    }
}
