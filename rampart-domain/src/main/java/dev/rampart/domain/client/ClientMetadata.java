package dev.rampart.domain.client;

import dev.rampart.domain.scope.Scopes;
import java.util.Set;

/**
 * What a client is registered with (RFC 7591 §2, OIDC Registration §2).
 *
 * @param scopes what it may ask for
 * @param display what people are shown of it
 * @param firstParty whether it is the organization's own, so that nobody is asked whether it may
 */
public record ClientMetadata(
        String name,
        AuthMethod authMethod,
        ClientKeys keys,
        Set<GrantType> grantTypes,
        Set<RedirectUri> redirectUris,
        Set<RedirectUri> postLogoutRedirectUris,
        Set<String> allowedOrigins,
        Scopes scopes,
        ClientTokens tokens,
        ClientSubjects subjects,
        ClientSignIn signIn,
        RequestObjectPolicy requestObjects,
        ClientLogout logout,
        ClientDisplay display,
        ClientProfile profile,
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
                ClientKeys.NONE,
                Set.of(grant),
                Set.of(),
                Set.of(),
                Set.of(),
                Scopes.NONE,
                ClientTokens.DEFAULT,
                ClientSubjects.PUBLIC,
                ClientSignIn.ANY,
                RequestObjectPolicy.NONE,
                ClientLogout.NONE,
                ClientDisplay.NONE,
                ClientProfile.WEB,
                true);
    }

    /** To change something of it. */
    public ClientMetadataEdit edit() {
        return new ClientMetadataEdit(this);
    }
}
