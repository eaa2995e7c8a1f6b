package dev.rampart.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Argon2ParametersTest {

    @Test
    void areNineteenMebibytesAndTwoPassesByDefault() {
        assertThat(Argon2Parameters.DEFAULT).isEqualTo(new Argon2Parameters(19_456, 2, 1));
    }

    @ParameterizedTest
    @CsvSource({"8,1,1", "128,1,16", "262144,4,1", "32768,32,1"})
    void allowTheLimitsThemselves(int memoryKib, int iterations, int parallelism) {
        assertThatCode(() -> new Argon2Parameters(memoryKib, iterations, parallelism))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"7,1,1", "127,1,16", "262145,1,1", "262144,5,1", "8,0,1", "8,33,1", "19456,2,0", "19456,2,17", "-8,1,-1"
    })
    void refuseWhatLiesOutside(int memoryKib, int iterations, int parallelism) {
        assertThatThrownBy(() -> new Argon2Parameters(memoryKib, iterations, parallelism))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m=" + memoryKib);
    }
}
