package dev.rampart.domain.client;

import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.shared.Sha256;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An application, as it is registered.
 *
 * @param scopes what it may ask for
 * @param accessTokenAlgorithm empty: as its organization has it
 * @param defaultMaxAge how old a person's sign-in may be unless it says otherwise (OIDC Registration §2)
 * @param secrets digests of the secrets it may present; a public client has none
 * @param version counts changes, so that a cached copy can be told to be old
 */
public record Client(
        ClientId id,
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
        List<Sha256> secrets,
        boolean enabled,
        long version) {

    public Client {
        grantTypes = Set.copyOf(grantTypes);
        redirectUris = Set.copyOf(redirectUris);
        postLogoutRedirectUris = Set.copyOf(postLogoutRedirectUris);
        allowedOrigins = Set.copyOf(allowedOrigins);
        secrets = List.copyOf(secrets);
    }

    public Client withSecrets(List<Sha256> others) {
        return new Client(
                id,
                name,
                authMethod,
                grantTypes,
                redirectUris,
                postLogoutRedirectUris,
                allowedOrigins,
                scopes,
                idTokenAlgorithm,
                accessTokenAlgorithm,
                defaultMaxAge,
                others,
                enabled,
                version);
    }

    public Client withRedirectUris(Set<RedirectUri> others, Set<RedirectUri> afterLogout) {
        return new Client(
                id,
                name,
                authMethod,
                grantTypes,
                others,
                afterLogout,
                allowedOrigins,
                scopes,
                idTokenAlgorithm,
                accessTokenAlgorithm,
                defaultMaxAge,
                secrets,
                enabled,
                version);
    }

    public Client withScopes(Scopes others) {
        return new Client(
                id,
                name,
                authMethod,
                grantTypes,
                redirectUris,
                postLogoutRedirectUris,
                allowedOrigins,
                others,
                idTokenAlgorithm,
                accessTokenAlgorithm,
                defaultMaxAge,
                secrets,
                enabled,
                version);
    }

    public Client withVersion(long other) {
        return new Client(
                id,
                name,
                authMethod,
                grantTypes,
                redirectUris,
                postLogoutRedirectUris,
                allowedOrigins,
                scopes,
                idTokenAlgorithm,
                accessTokenAlgorithm,
                defaultMaxAge,
                secrets,
                enabled,
                other);
    }

    /** Whether it cannot keep a secret (RFC 6749 §2.1). */
    public boolean isPublic() {
        return authMethod == AuthMethod.NONE;
    }

    /**
     * Web origins whose scripts may call for it: those it registered, and a public client's redirect URIs' (RFC 6454).
     */
    public Set<String> corsOrigins() {
        Set<String> origins = new HashSet<>(allowedOrigins);
        if (isPublic()) {
            redirectUris.forEach(uri -> uri.origin().ifPresent(origins::add));
        }
        return origins;
    }
}
