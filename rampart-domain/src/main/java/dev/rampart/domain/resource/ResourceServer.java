package dev.rampart.domain.resource;

import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.scope.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * An API that access tokens are for.
 *
 * @param identifier an absolute URI: the {@code resource} that is asked for, and the {@code aud} of its tokens
 * @param scopes what its tokens may say, each once
 * @param accessTokenLifetime of its tokens, if not that of all others
 * @param signingAlgorithm of its tokens, if not the client's
 * @param includesRoles whether application roles stand in its tokens
 * @param version counts changes
 */
public record ResourceServer(
        ResourceServerId id,
        String identifier,
        String name,
        List<OfferedScope> scopes,
        Optional<Duration> accessTokenLifetime,
        Optional<SigningAlgorithm> signingAlgorithm,
        boolean includesRoles,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** One has so many scopes at most. */
    public static final int SCOPES_MAX = 200;

    public ResourceServer {
        scopes = List.copyOf(scopes);
    }

    /** One that nothing is known of yet. */
    public static ResourceServer blank(ResourceServerId id, Instant now) {
        return new ResourceServer(id, "", "", List.of(), Optional.empty(), Optional.empty(), false, 1, now, now);
    }

    public Scopes offered() {
        SequencedSet<Scope> offered = new LinkedHashSet<>();
        scopes.forEach(each -> offered.add(each.scope()));
        return new Scopes(offered);
    }

    /** Whether it has all of these. */
    public boolean offers(Scopes asked) {
        return offered().values().containsAll(asked.values());
    }

    /** Those of them that it has, or that say who somebody is, whatever the token is for. */
    public Scopes among(Scopes granted) {
        SequencedSet<Scope> meant = new LinkedHashSet<>(offered().values());
        meant.addAll(List.of(Scope.OPENID, Scope.PROFILE, Scope.EMAIL, Scope.ADDRESS, Scope.PHONE));
        return granted.within(new Scopes(meant));
    }

    ResourceServer changedAt(long previous, Instant now) {
        return new ResourceServer(
                id,
                identifier,
                name,
                scopes,
                accessTokenLifetime,
                signingAlgorithm,
                includesRoles,
                previous + 1,
                createdAt,
                now);
    }
}
