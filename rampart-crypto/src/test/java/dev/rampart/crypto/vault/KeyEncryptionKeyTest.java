package dev.rampart.crypto.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyEncryptionKeyTest {

    private static final String ZEROS = "0".repeat(64);

    @Test
    void isNamedByADigestOfItsOwn() {
        // printf 'rampart key-encryption key id\0' | cat - 32-zero-bytes | sha256sum
        assertThat(KeyEncryptionKey.parse(ZEROS).orElseThrow().id()).isEqualTo("1730c14c");
    }

    @Test
    void isReadFromDigitsOfEitherCase() {
        assertThat(KeyEncryptionKey.parse("AB".repeat(32)).orElseThrow().id())
                .isEqualTo(KeyEncryptionKey.parse("ab".repeat(32)).orElseThrow().id());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 63, 65, 128})
    void isOf64DigitsAndNoOtherNumber(int digits) {
        assertThat(KeyEncryptionKey.parse("0".repeat(digits))).isEmpty();
    }

    @Test
    void isOfHexadecimalDigitsOnly() {
        assertThat(KeyEncryptionKey.parse("g" + "0".repeat(63))).isEmpty();
        assertThat(KeyEncryptionKey.parse("0".repeat(63) + "\n")).isEmpty();
        assertThat(KeyEncryptionKey.parse(ZEROS + "\n")).isEmpty();
    }

    @Test
    void doesNotShowItself() {
        String hex = "5ec2e7".repeat(10) + "abcd";
        KeyEncryptionKey key = KeyEncryptionKey.parse(hex).orElseThrow();

        assertThat(key).hasToString("[key-encryption key " + key.id() + "]");
        assertThat(new KeyEncryptionKeys(key, List.of(key)).toString()).doesNotContain("5ec2e7");
        assertThat(hex).doesNotContain(key.id());
    }
}
