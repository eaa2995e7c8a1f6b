package dev.rampart.domain.grant;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.session.Browser;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an application asks for. It has been checked against the client's registration.
 *
 * @param resourceServer the one of {@code resources} that is not the server's own
 * @param query the request as it came, to return to after a sign-in
 * @param flow the sign-in that the browser comes back from
 * @param expected who must be the one that is signed in ({@code id_token_hint})
 * @param maxAge how long ago the person may have signed in
 * @param claims the {@code claims} parameter (OIDC Core §5.5)
 */
public record AuthorizationRequest(
        Client client,
        RedirectUri redirectUri,
        Scopes scopes,
        List<Resource> resources,
        Optional<Resource> resourceServer,
        Optional<PkceChallenge> challenge,
        Optional<String> nonce,
        Set<Prompt> prompts,
        Optional<Duration> maxAge,
        Optional<UserId> expected,
        Optional<String> loginHint,
        Optional<String> claims,
        String query,
        Optional<Secret> flow,
        Browser browser) {

    Allowed wanted() {
        return new Allowed(scopes, resources);
    }

    /**
     * Whether whoever asks may be another than the client it says it is: without a secret, and where any program on the
     * person's machine could receive the answer (RFC 8252 §8.6).
     */
    boolean isAnybodys() {
        return client.isPublic() && !redirectUri.value().startsWith("https:");
    }
}
