package dev.rampart.crypto.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AssociatedDataTest {

    @Test
    void tellsApartNamesThatJoinToTheSameText() {
        assertThat(AssociatedData.of("ab", "c")).isNotEqualTo(AssociatedData.of("a", "bc"));
        assertThat(AssociatedData.of("a", "")).isNotEqualTo(AssociatedData.of("", "a"));
        assertThat(AssociatedData.of("a")).isNotEqualTo(AssociatedData.of("a", ""));
    }

    @Test
    void putsTheLengthInBytesBeforeEachName() {
        assertThat(AssociatedData.of("ä", "")).containsExactly(0, 0, 0, 2, 0xc3, 0xa4, 0, 0, 0, 0);
    }
}
