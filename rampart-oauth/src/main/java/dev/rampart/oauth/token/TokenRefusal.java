package dev.rampart.oauth.token;

import com.nimbusds.oauth2.sdk.ErrorObject;
import dev.rampart.oauth.OAuthErrors;

/** What can be wrong with a token request before anything is looked up (RFC 6749 §5.2). */
enum TokenRefusal {
    GRANT_TYPE_MISSING,
    GRANT_TYPE_UNSUPPORTED,
    GRANT_TYPE_NOT_REGISTERED,
    CODE_MISSING,
    REDIRECT_URI_MISSING,
    /** RFC 7636 §4.6: a challenge that nothing meets. */
    VERIFIER_MISSING,
    VERIFIER_MALFORMED,
    REFRESH_TOKEN_MISSING,
    SCOPE_MALFORMED,
    SCOPE_NOT_REGISTERED,
    RESOURCE_UNKNOWN;

    ErrorObject error() {
        return switch (this) {
            case GRANT_TYPE_MISSING -> OAuthErrors.invalidRequest("The grant_type is missing.");
            case GRANT_TYPE_UNSUPPORTED -> OAuthErrors.unsupportedGrantType();
            case GRANT_TYPE_NOT_REGISTERED -> OAuthErrors.unauthorizedClient();
            case CODE_MISSING -> OAuthErrors.invalidRequest("The code is missing.");
            case REDIRECT_URI_MISSING -> OAuthErrors.invalidRequest("The redirect_uri is missing.");
            case VERIFIER_MISSING, VERIFIER_MALFORMED -> OAuthErrors.invalidGrant("The code_verifier is not valid.");
            case REFRESH_TOKEN_MISSING -> OAuthErrors.invalidRequest("The refresh_token is missing.");
            case SCOPE_MALFORMED -> OAuthErrors.invalidScope("The scope is malformed.");
            case SCOPE_NOT_REGISTERED -> OAuthErrors.invalidScope("The client may not ask for this scope.");
            case RESOURCE_UNKNOWN -> OAuthErrors.invalidTarget();
        };
    }
}
