package dev.rampart.http.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Verifies the examples of RFC 7515, and tokens that somebody tampered with. */
final class SignedTokenTest {

    private static final String PAYLOAD =
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    /** RFC 7515 A.3. */
    private static final String ES256 = "eyJhbGciOiJFUzI1NiJ9." + PAYLOAD
            + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    private static final Jwk EC = jwk(Map.of(
            "kty", "EC",
            "crv", "P-256",
            "x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"));

    /** RFC 7515 A.2. */
    private static final String RS256 = "eyJhbGciOiJSUzI1NiJ9." + PAYLOAD
            + ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJb"
            + "u3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdb"
            + "F9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383"
            + "LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWy"
            + "wlVmtVrBp0igcN_IoypGlUPQGe77Rw";

    private static final Jwk RSA = jwk(Map.of(
            "kty",
            "RSA",
            "n",
            "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26"
                    + "mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2l"
                    + "ZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7"
                    + "OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-"
                    + "UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh"
                    + "9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj"
                    + "8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",
            "e",
            "AQAB"));

    @Test
    void knowsTheExamplesOfTheStandard() throws Exception {
        assertThat(token(ES256).isSignedBy(EC)).isTrue();
        assertThat(token(RS256).isSignedBy(RSA)).isTrue();
    }

    @Test
    void isNotSignedIfItsPayloadIsAnother() throws Exception {
        String other = "eyJpc3MiOiJldmUifQ";

        assertThat(token(ES256.replace(PAYLOAD, other)).isSignedBy(EC)).isFalse();
        assertThat(token(RS256.replace(PAYLOAD, other)).isSignedBy(RSA)).isFalse();
    }

    @Test
    void isNotVerifiedWithAKeyOfAnotherType() {
        assertThatThrownBy(() -> token(ES256).isSignedBy(RSA)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> token(RS256).isSignedBy(EC)).isInstanceOf(GeneralSecurityException.class);
    }

    /** {@code alg} is {@code none}, and {@code HS256}. */
    @ParameterizedTest
    @ValueSource(strings = {"eyJhbGciOiJub25lIn0", "eyJhbGciOiJIUzI1NiJ9"})
    void isNotVerifiedByAnAlgorithmThatAnybodyCanPerform(String header) {
        SignedToken token = token(header + "." + PAYLOAD + ".");

        assertThatThrownBy(() -> token.isSignedBy(RSA)).hasMessageContaining("RS256 and ES256");
    }

    @Test
    void isNotVerifiedWithAShortKey() {
        Jwk tooShort = jwk(Map.of("kty", "RSA", "n", "ofgWCuLjybRlzo0tZWJjNg", "e", "AQAB"));

        assertThatThrownBy(() -> token(RS256).isSignedBy(tooShort)).hasMessageContaining("2048");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "e30.e30", "e30.e30.e30.e30", "e30.*.e30", "e30.bm8.e30", "W10.e30.e30"})
    void isNoneIfItIsNoJwt(String text) {
        assertThat(SignedToken.parse(text)).isEmpty();
    }

    private static SignedToken token(String compact) {
        return SignedToken.parse(compact).orElseThrow();
    }

    private static Jwk jwk(Map<String, String> members) {
        return new Jwk(JsonMapper.shared().valueToTree(members));
    }
}
