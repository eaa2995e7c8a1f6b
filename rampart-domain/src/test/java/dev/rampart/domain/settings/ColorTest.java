package dev.rampart.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColorTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345", "#1234567", "#12345g", " #123456", "#123456;", "#１23456"})
    void isNothingElse(String text) {
        assertThat(Color.parse(text)).isEmpty();
    }

    @Test
    void isKeptInLowerCase() {
        assertThat(Color.parse("#AbCdEf")).contains(new Color("#abcdef"));
    }

    @Test
    void hasTheContrastThatWcagComputes() {
        assertThat(new Color("#000000").contrast(new Color("#ffffff"))).isCloseTo(21, within(0.001));
        assertThat(new Color("#777777").contrast(new Color("#ffffff"))).isCloseTo(4.48, within(0.01));
    }

    @Test
    void canAlwaysBeWrittenOn() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Color color = new Color("#%06x".formatted(random.nextInt(1 << 24)));

            assertThat(color.contrast(color.readable())).as(color.value()).isGreaterThanOrEqualTo(4.5);
        }
    }
}
