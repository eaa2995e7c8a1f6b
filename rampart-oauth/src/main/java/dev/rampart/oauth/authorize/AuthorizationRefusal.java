package dev.rampart.oauth.authorize;

import com.nimbusds.oauth2.sdk.ErrorObject;
import dev.rampart.oauth.OAuthErrors;

/** What can be wrong with an authorization request, once it is known where to say so (RFC 6749 §4.1.2.1). */
enum AuthorizationRefusal {
    PARAMETER_FAULTY,
    RESPONSE_TYPE_MISSING,
    RESPONSE_TYPE_UNSUPPORTED,
    RESPONSE_MODE_UNSUPPORTED,
    GRANT_TYPE_NOT_REGISTERED,
    REQUEST_AND_REQUEST_URI,
    REQUEST_OBJECT_MISSING,
    REQUEST_OBJECT_MALFORMED,
    REQUEST_OBJECT_SIGNATURE_WRONG,
    REQUEST_OBJECT_CLAIMS_WRONG,
    REQUEST_OBJECT_EXPIRED,
    REQUEST_URI_NOT_REGISTERED,
    REQUEST_URI_UNREACHABLE,
    REGISTRATION_UNSUPPORTED,
    SCOPE_MALFORMED,
    CHALLENGE_MISSING,
    CHALLENGE_METHOD_UNSUPPORTED,
    CHALLENGE_MALFORMED,
    PROMPT_UNKNOWN,
    PROMPT_NONE_WITH_OTHERS,
    MAX_AGE_MALFORMED,
    ID_TOKEN_HINT_INVALID,
    CLAIMS_MALFORMED,
    RESOURCE_UNKNOWN,
    CLIENT_GONE,
    CANCELLED;

    ErrorObject error() {
        return switch (this) {
            case PARAMETER_FAULTY -> OAuthErrors.invalidRequest("A parameter is doubled, too long or malformed.");
            case RESPONSE_TYPE_MISSING -> OAuthErrors.invalidRequest("The response_type is missing.");
            case RESPONSE_TYPE_UNSUPPORTED -> OAuthErrors.unsupportedResponseType();
            case RESPONSE_MODE_UNSUPPORTED -> OAuthErrors.invalidRequest("The response_mode is not supported.");
            case GRANT_TYPE_NOT_REGISTERED, CLIENT_GONE -> OAuthErrors.unauthorizedClient();
            case REQUEST_AND_REQUEST_URI -> OAuthErrors.invalidRequest("There is a request and a request_uri.");
            case REQUEST_OBJECT_MISSING -> OAuthErrors.invalidRequest("This client has to sign its requests.");
            case REQUEST_OBJECT_MALFORMED,
                    REQUEST_OBJECT_SIGNATURE_WRONG,
                    REQUEST_OBJECT_CLAIMS_WRONG,
                    REQUEST_OBJECT_EXPIRED -> OAuthErrors.invalidRequestObject();
            case REQUEST_URI_NOT_REGISTERED, REQUEST_URI_UNREACHABLE -> OAuthErrors.invalidRequestUri();
            case REGISTRATION_UNSUPPORTED -> OAuthErrors.registrationNotSupported();
            case SCOPE_MALFORMED -> OAuthErrors.invalidScope("The scope is malformed.");
            case CHALLENGE_MISSING -> OAuthErrors.invalidRequest("The code_challenge is missing: PKCE is required.");
            case CHALLENGE_METHOD_UNSUPPORTED -> OAuthErrors.invalidRequest("The code_challenge_method must be S256.");
            case CHALLENGE_MALFORMED -> OAuthErrors.invalidRequest("The code_challenge is malformed.");
            case PROMPT_UNKNOWN -> OAuthErrors.invalidRequest("The prompt is not supported.");
            case PROMPT_NONE_WITH_OTHERS -> OAuthErrors.invalidRequest("The prompt none stands alone.");
            case MAX_AGE_MALFORMED -> OAuthErrors.invalidRequest("The max_age is not a number of seconds.");
            case ID_TOKEN_HINT_INVALID -> OAuthErrors.invalidRequest("The id_token_hint is not valid.");
            case CLAIMS_MALFORMED -> OAuthErrors.invalidRequest("The claims are malformed, or ask for two people.");
            case RESOURCE_UNKNOWN -> OAuthErrors.invalidTarget();
            case CANCELLED -> OAuthErrors.accessDenied();
        };
    }
}
