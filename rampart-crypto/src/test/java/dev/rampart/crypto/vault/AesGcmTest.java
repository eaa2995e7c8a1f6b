package dev.rampart.crypto.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class AesGcmTest {

    private final AesGcm cipher = new AesGcm(new SecretKeySpec(new byte[32], "AES"));

    /** Test case 14 of "The Galois/Counter Mode of Operation" (McGrew, Viega), Appendix B. */
    @Test
    void sealsThePrintedVector() {
        byte[] sealed = cipher.seal(new byte[12], new byte[0], new byte[16]);

        assertThat(HexFormat.of().formatHex(sealed))
                .isEqualTo("01" + "00".repeat(12) + "cea7403d4d606b6e074ec5d3baf39d18"
                        + "d0d1c8a799996bf0265b98b5d48ab919");
    }

    @Test
    void opensNothingThatIsTooShort() {
        byte[] sealed = cipher.seal(new byte[12], new byte[0], new byte[0]);

        assertThat(cipher.open(new byte[0], sealed)).contains(new byte[0]);
        for (int length = 0; length < sealed.length; length++) {
            assertThat(cipher.open(new byte[0], Arrays.copyOf(sealed, length))).isEmpty();
        }
    }

    @Test
    void doesNotShowItsKey() {
        assertThat(cipher).hasToString("AesGcm[key redacted]");
    }
}
