package dev.rampart.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;
import java.time.Duration;

/** Every error that a client can be told, once (RFC 6749 §4.1.2.1 and §5.2, OIDC Core §3.1.2.6). */
public final class OAuthErrors {

    private static final int TOO_MANY_REQUESTS = 429;

    private OAuthErrors() {}

    public static ErrorObject invalidRequest(String description) {
        return OAuth2Error.INVALID_REQUEST.setDescription(description);
    }

    public static ErrorObject invalidGrant(String description) {
        return OAuth2Error.INVALID_GRANT.setDescription(description);
    }

    /** 401, as RFC 6749 §5.2 has it for a client that tried to authenticate. */
    public static ErrorObject invalidClient() {
        return OAuth2Error.INVALID_CLIENT.setDescription("Client authentication failed.");
    }

    public static ErrorObject unauthorizedClient() {
        return OAuth2Error.UNAUTHORIZED_CLIENT.setDescription("This client may not use this grant type.");
    }

    public static ErrorObject unsupportedGrantType() {
        return OAuth2Error.UNSUPPORTED_GRANT_TYPE.setDescription("The grant_type is not supported.");
    }

    public static ErrorObject unsupportedResponseType() {
        return OAuth2Error.UNSUPPORTED_RESPONSE_TYPE.setDescription("The response_type is not supported: use code.");
    }

    public static ErrorObject invalidScope(String description) {
        return OAuth2Error.INVALID_SCOPE.setDescription(description);
    }

    /** RFC 8707 §2. */
    public static ErrorObject invalidTarget() {
        return OAuth2Error.INVALID_TARGET.setDescription("There is no such resource.");
    }

    public static ErrorObject accessDenied() {
        return OAuth2Error.ACCESS_DENIED.setDescription("The person said no.");
    }

    public static ErrorObject loginRequired() {
        return OIDCError.LOGIN_REQUIRED.setDescription("The person must sign in.");
    }

    public static ErrorObject consentRequired() {
        return OIDCError.CONSENT_REQUIRED.setDescription("The person cannot be asked for consent.");
    }

    /** RFC 9101 §7. */
    public static ErrorObject invalidRequestObject() {
        return OAuth2Error.INVALID_REQUEST_OBJECT.setDescription("The request object is not valid.");
    }

    /** RFC 9101 §7. */
    public static ErrorObject invalidRequestUri() {
        return OAuth2Error.INVALID_REQUEST_URI.setDescription(
                "The request_uri is not registered, or there is no request object.");
    }

    public static ErrorObject registrationNotSupported() {
        return OIDCError.REGISTRATION_NOT_SUPPORTED.setDescription("The registration parameter is not supported.");
    }

    /** Not of any RFC: above a rate, nothing has been looked at. The header says when to come again. */
    public static OAuthReply tooManyRequests(Duration delay) {
        ErrorObject error =
                new ErrorObject("temporarily_unavailable", "Too many requests from this network.", TOO_MANY_REQUESTS);
        return OAuthReply.of(error).withHeader("Retry-After", Long.toString(seconds(delay)));
    }

    /** Whole seconds, rounded up, and at least one: who waits so long is not too early. */
    public static long seconds(Duration delay) {
        return Math.max(1, delay.plusMillis(999).toSeconds());
    }
}
