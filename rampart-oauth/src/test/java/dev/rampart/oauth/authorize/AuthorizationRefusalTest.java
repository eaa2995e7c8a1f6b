package dev.rampart.oauth.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ErrorObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AuthorizationRefusalTest {

    /** What may stand in an {@code error_description} (RFC 6749 §4.1.2.1). */
    private static final String DESCRIPTION = "[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+";

    @ParameterizedTest
    @EnumSource
    void tellsTheApplicationWhateverIsWrongWithItsRequest(AuthorizationRefusal refusal) {
        ErrorObject error = refusal.error();

        assertThat(error.getCode()).matches("[a-z_]+");
        assertThat(error.getHTTPStatusCode()).isPositive();
        assertThat(error.getDescription()).matches(DESCRIPTION);
    }
}
