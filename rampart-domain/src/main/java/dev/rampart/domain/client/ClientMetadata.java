package dev.rampart.domain.client;

import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.scope.Scopes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a client is registered with (RFC 7591 §2, OIDC Registration §2).
 *
 * @param scopes what it may ask for
 * @param accessTokenAlgorithm empty: as its organization has it
 * @param defaultMaxAge how old a person's sign-in may be unless it says otherwise (OIDC Registration §2)
 * @param display what people are shown of it
 * @param firstParty whether it is the organization's own, so that nobody is asked whether it may
 */
public record ClientMetadata(
        String name,
        AuthMethod authMethod,
        Set<GrantType> grantTypes,
        Set<RedirectUri> redirectUris,
        Set<RedirectUri> postLogoutRedirectUris,
        Set<String> allowedOrigins,
        Scopes scopes,
        SigningAlgorithm idTokenAlgorithm,
        Optional<SigningAlgorithm> accessTokenAlgorithm,
        Optional<Duration> defaultMaxAge,
        ClientDisplay display,
        boolean firstParty) {

    public ClientMetadata {
        grantTypes = Set.copyOf(grantTypes);
        redirectUris = Set.copyOf(redirectUris);
        postLogoutRedirectUris = Set.copyOf(postLogoutRedirectUris);
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /** What a client has that says no more of itself: it may go nowhere and ask for nothing. */
    public static ClientMetadata of(String name, AuthMethod method, GrantType grant) {
        return new ClientMetadata(
                name,
                method,
                Set.of(grant),
                Set.of(),
                Set.of(),
                Set.of(),
                Scopes.NONE,
                SigningAlgorithm.RS256,
                Optional.empty(),
                Optional.empty(),
                ClientDisplay.NONE,
                true);
    }

    /** To change something of it. */
    public ClientMetadataEdit edit() {
        return new ClientMetadataEdit(this);
    }
}
