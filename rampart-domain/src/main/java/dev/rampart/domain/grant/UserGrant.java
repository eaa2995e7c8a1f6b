package dev.rampart.domain.grant;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.session.Authentication;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.user.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person allowed an application once.
 *
 * @param authentication how they had signed in by then
 * @param resources what its tokens are for; empty: the issuer
 * @param claims the {@code claims} parameter (OIDC Core §5.5), as it came
 * @param offline whether it stands without its session (OIDC Core §11)
 */
public record UserGrant(
        GrantId id,
        UserId user,
        ClientId client,
        SessionId session,
        Authentication authentication,
        Scopes scopes,
        List<Resource> resources,
        Optional<String> claims,
        boolean offline) {

    public UserGrant {
        resources = List.copyOf(resources);
    }

    /** Whether all of these were granted: a token request may ask for fewer (RFC 8707 §2.2). */
    boolean isFor(List<Resource> some) {
        return new HashSet<>(resources).containsAll(some);
    }

    /**
     * Whether there is nothing left that its tokens could be for: a resource server may be removed after the grant.
     *
     * @param own the resources that are the server's own
     */
    boolean isForNothing(Behind behind, Set<Resource> own) {
        return behind.resourceServer().isEmpty() && !own.containsAll(resources);
    }

    /** What a third party's grant stands on. */
    public Allowed allowed() {
        return new Allowed(scopes, resources);
    }
}
