package dev.rampart.oauth.authorize;

import dev.rampart.domain.grant.PkceChallenge;
import dev.rampart.domain.grant.Prompt;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.user.UserId;
import dev.rampart.oauth.Targets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** An authorization request that has been read and found sound, apart from who sends it and where to. */
record Asked(
        Scopes scopes,
        Targets targets,
        Optional<PkceChallenge> challenge,
        Set<Prompt> prompts,
        Optional<Duration> maxAge,
        Optional<UserId> expected) {}
