package dev.rampart.oauth.authorize;

import dev.rampart.domain.grant.PkceChallenge;
import dev.rampart.domain.grant.Prompt;
import dev.rampart.domain.grant.Resource;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An authorization request that has been read and found sound, apart from who sends it and where to. */
record Asked(
        Scopes scopes,
        List<Resource> resources,
        Optional<PkceChallenge> challenge,
        Set<Prompt> prompts,
        Optional<Duration> maxAge,
        Optional<UserId> expected) {}
