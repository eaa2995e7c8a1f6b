package dev.rampart.oauth.registration;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import dev.rampart.oauth.OAuthReply;

/** Every error of registration, once (RFC 7591 §3.2.2, RFC 7592 §2). */
public final class RegistrationErrors {

    private static final int FORBIDDEN = 403;

    private RegistrationErrors() {}

    public static OAuthReply invalidRedirectUri(String description) {
        return OAuthReply.of(RegistrationError.INVALID_REDIRECT_URI.setDescription(description));
    }

    public static OAuthReply invalidClientMetadata(String description) {
        return OAuthReply.of(RegistrationError.INVALID_CLIENT_METADATA.setDescription(description));
    }

    /** A token is needed, and there is none. */
    static OAuthReply missingToken() {
        return OAuthReply.of(BearerTokenError.INVALID_TOKEN.setDescription("An initial access token is needed."))
                .withHeader("WWW-Authenticate", "Bearer");
    }

    /** Also of a client that there is not (RFC 7592 §2): who has no token for it learns nothing. */
    static OAuthReply invalidToken() {
        return OAuthReply.of(BearerTokenError.INVALID_TOKEN.setDescription("The token is not good for this."))
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    static OAuthReply denied(String description) {
        return OAuthReply.of(new ErrorObject("access_denied", description, FORBIDDEN));
    }
}
