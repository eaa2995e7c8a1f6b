package dev.rampart.oauth.bearer;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import dev.rampart.oauth.OAuthReply;
import org.jspecify.annotations.Nullable;

/** What whoever brings a bearer token is told when it will not do (RFC 6750 §3). */
public final class BearerErrors {

    private BearerErrors() {}

    /** There was none: no error is named (RFC 6750 §3.1). */
    public static OAuthReply missingToken() {
        return reply(BearerTokenError.MISSING_TOKEN);
    }

    /** Forged, expired, revoked, or for somebody else. */
    public static OAuthReply invalidToken() {
        return reply(BearerTokenError.INVALID_TOKEN.setDescription("The access token is not valid."));
    }

    /** It came in two ways at once. */
    public static OAuthReply invalidRequest() {
        return reply(BearerTokenError.INVALID_REQUEST.setDescription("Send the access token in one way only."));
    }

    public static OAuthReply insufficientScope(String scope) {
        return reply(BearerTokenError.INSUFFICIENT_SCOPE
                .setDescription("The access token does not allow this.")
                .setScope(Scope.parse(scope)));
    }

    private static OAuthReply reply(BearerTokenError error) {
        @Nullable String code = error.getCode();
        OAuthReply reply = code == null ? OAuthReply.nothing(error.getHTTPStatusCode()) : OAuthReply.of(error);
        return reply.withHeader("WWW-Authenticate", error.toWWWAuthenticateHeader());
    }
}
