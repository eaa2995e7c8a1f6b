package dev.rampart.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code claims} parameter (OIDC Core §5.5): claims by name. None of them is owed; what is not known is left out.
 *
 * @param userinfo for the userinfo endpoint
 * @param subject whom the ID token must be about
 */
public record RequestedClaims(Set<String> userinfo, Optional<String> subject) {

    public static final RequestedClaims NONE = new RequestedClaims(Set.of(), Optional.empty());

    public RequestedClaims {
        userinfo = Set.copyOf(userinfo);
    }

    /** Nothing if it is not what it should be. */
    public static Optional<RequestedClaims> parse(String json) {
        try {
            OIDCClaimsRequest request = OIDCClaimsRequest.parse(json);
            return Optional.of(new RequestedClaims(
                    entries(request.getUserInfoClaimsRequest())
                            .map(ClaimsSetRequest.Entry::getClaimName)
                            .collect(Collectors.toSet()),
                    entries(request.getIDTokenClaimsRequest())
                            .filter(entry -> entry.getClaimName().equals("sub"))
                            .map(ClaimsSetRequest.Entry::getValueAsString)
                            .flatMap(Stream::ofNullable)
                            .findFirst()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Stream<ClaimsSetRequest.Entry> entries(@Nullable ClaimsSetRequest request) {
        return request == null ? Stream.empty() : request.getEntries().stream();
    }
}
