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
 * @param secrets digests of the secrets it may present; a public client has none
 * @param version counts changes, so that a cached copy can be told to be old
 */
public record Client(ClientId id, ClientMetadata metadata, List<Sha256> secrets, boolean enabled, long version) {

    public Client {
        secrets = List.copyOf(secrets);
    }

    /** One that has just been registered, and has no secret yet. */
    public static Client registered(ClientId id, ClientMetadata metadata) {
        return new Client(id, metadata, List.of(), true, 1);
    }

    public Client withMetadata(ClientMetadata other) {
        return new Client(id, other, secrets, enabled, version);
    }

    public Client withSecrets(List<Sha256> others) {
        return new Client(id, metadata, others, enabled, version);
    }

    public Client withEnabled(boolean other) {
        return new Client(id, metadata, secrets, other, version);
    }

    public Client withVersion(long other) {
        return new Client(id, metadata, secrets, enabled, other);
    }

    public String name() {
        return metadata.name();
    }

    public AuthMethod authMethod() {
        return metadata.authMethod();
    }

    public Set<GrantType> grantTypes() {
        return metadata.grantTypes();
    }

    public Set<RedirectUri> redirectUris() {
        return metadata.redirectUris();
    }

    public Set<RedirectUri> postLogoutRedirectUris() {
        return metadata.postLogoutRedirectUris();
    }

    public Set<String> allowedOrigins() {
        return metadata.allowedOrigins();
    }

    public Scopes scopes() {
        return metadata.scopes();
    }

    public SigningAlgorithm idTokenAlgorithm() {
        return metadata.tokens().idToken();
    }

    public Optional<SigningAlgorithm> accessTokenAlgorithm() {
        return metadata.tokens().accessToken();
    }

    public Optional<Duration> defaultMaxAge() {
        return metadata.signIn().maxAge();
    }

    /** Whether people may be sent back there: to what it registered, and nowhere else (RFC 9700 §4.1.3). */
    public boolean mayReceiveAt(RedirectUri uri) {
        return redirectUris().contains(uri)
                || (metadata.profile().type() == ApplicationType.NATIVE
                        && redirectUris().stream().anyMatch(uri::isOnAnotherPortOf));
    }

    /** Whether it is given refresh tokens (RFC 7591 §2). */
    public boolean mayRefresh() {
        return grantTypes().contains(GrantType.REFRESH_TOKEN);
    }

    /** Whether it cannot keep a secret (RFC 6749 §2.1). */
    public boolean isPublic() {
        return authMethod() == AuthMethod.NONE;
    }

    /**
     * Web origins whose scripts may call for it: those it registered, and a public client's redirect URIs' (RFC 6454).
     */
    public Set<String> corsOrigins() {
        Set<String> origins = new HashSet<>(allowedOrigins());
        if (isPublic()) {
            redirectUris().forEach(uri -> uri.origin().ifPresent(origins::add));
        }
        return origins;
    }
}
