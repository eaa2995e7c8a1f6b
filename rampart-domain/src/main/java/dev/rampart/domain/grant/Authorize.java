package dev.rampart.domain.grant;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.session.NewFlow;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.session.Sessions;
import dev.rampart.domain.session.Sessions.Standing;
import dev.rampart.domain.session.StartedFlow;
import dev.rampart.domain.settings.Compatibility;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Answers an application that sends a person (RFC 6749 §4.1.1, OIDC Core §3.1.2): with a code, if somebody is signed in
 * well enough.
 */
public final class Authorize {

    private final UnitOfWork<? extends GrantStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Settings settings;

    public Authorize(
            UnitOfWork<? extends GrantStores> unitOfWork, InstantSource clock, Entropy entropy, Settings settings) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
        this.settings = settings;
    }

    /** Costs two exchanges whatever the answer. */
    public Outcome authorize(OrgId org, AuthorizationRequest request) {
        Instant now = clock.instant();
        // All chance is taken here: work may run more than once.
        Names names = new Names(
                AuditEventId.of(now, entropy),
                new GrantId(Uuid7.of(now, entropy)),
                Secret.random(entropy),
                StartedFlow.in(request.browser(), entropy),
                now);
        return unitOfWork.call(org, stores -> {
            Standing standing = stores.sessions()
                    .stand(question(request), settings.sessions().idle(), now);
            Outcome outcome = judge(standing, request, names);
            remember(stores, outcome, request, names);
            return outcome;
        });
    }

    private static Sessions.Question question(AuthorizationRequest request) {
        return new Sessions.Question(
                request.browser().session().map(Sha256::of),
                request.flow().map(Sha256::of),
                request.query(),
                request.client().id(),
                request.client().version(),
                request.resourceServer().map(Resource::value));
    }

    private Outcome judge(Standing standing, AuthorizationRequest request, Names names) {
        if (!standing.clientIsCurrent()) {
            return new Refused(Refusal.CLIENT_CHANGED);
        }
        if (!standing.audienceIsThere()) {
            return new Refused(Refusal.RESOURCE_UNKNOWN);
        }
        if (request.challenge().isEmpty() && isPkceRequired(standing, request)) {
            return new Refused(Refusal.CHALLENGE_MISSING);
        }
        Optional<Refusal> missing = missing(standing, request, names.now());
        if (missing.isPresent()) {
            // Somebody who has just signed in, and still will not do, is not asked to do so for ever.
            return request.prompts().contains(Prompt.NONE) || standing.resumed().signedIn()
                    ? new Refused(missing.get())
                    : new SignInNeeded(names.flow());
        }
        if (isConsentMissing(standing, request)) {
            return request.prompts().contains(Prompt.NONE)
                    ? new Refused(Refusal.CONSENT_MISSING)
                    : new ConsentNeeded(names.flow(), standing);
        }
        Duration lifetime = standing.tokens().code().orElse(settings.codeLifetime());
        return new Issued(
                names.code(), standing.session().orElseThrow(), names.now().plus(lifetime));
    }

    /**
     * Whether the person has to be asked (OIDC Core §3.1.2.4): once for each thing, or as often as somebody insists.
     */
    private static boolean isConsentMissing(Standing standing, AuthorizationRequest request) {
        if (standing.resumed().consented()) {
            return !standing.allowed().covers(request.wanted());
        }
        if (request.prompts().contains(Prompt.CONSENT)) {
            return true;
        }
        boolean isAllowed = standing.allowed().covers(request.wanted()) && !request.isAnybodys();
        return !request.client().metadata().firstParty() && !isAllowed;
    }

    private static boolean isPkceRequired(Standing standing, AuthorizationRequest request) {
        return request.client().isPublic() || standing.compatibility() == Compatibility.STRICT;
    }

    /** What a sign-in would still have to bring, in the order of OIDC Core §3.1.2.3. */
    private static Optional<Refusal> missing(Standing standing, AuthorizationRequest request, Instant now) {
        if (standing.session().isEmpty()) {
            return Optional.of(Refusal.NOT_SIGNED_IN);
        }
        Session session = standing.session().get();
        if (request.expected().filter(user -> !user.equals(session.user())).isPresent()) {
            return Optional.of(Refusal.SOMEBODY_ELSE_SIGNED_IN);
        }
        if (standing.resumed().signedIn()) {
            return Optional.empty();
        }
        if (request.prompts().contains(Prompt.LOGIN) || request.prompts().contains(Prompt.SELECT_ACCOUNT)) {
            return Optional.of(Refusal.NOT_SIGNED_IN);
        }
        Optional<Duration> maxAge = request.maxAge().or(() -> request.client().defaultMaxAge());
        return maxAge.filter(age -> session.authTime().plus(age).isBefore(now))
                .map(age -> Refusal.SIGNED_IN_TOO_LONG_AGO);
    }

    private void remember(GrantStores stores, Outcome outcome, AuthorizationRequest request, Names names) {
        Instant now = names.now();
        AuditEvent event = AuditEvent.of(names.event(), AuditEvent.Type.AUTHORIZATION_GRANTED, Actor.ANONYMOUS, now)
                .withTarget(Target.of(Target.Kind.CLIENT, request.client().id().value()))
                .withOrigin(request.browser().origin());
        switch (outcome) {
            case Issued(Secret code, Session session, Instant expiresAt) -> {
                stores.sessions().touch(session.id(), now);
                stores.userGrants().add(grant(request, session, names), now);
                stores.authorizationCodes().add(code(request, names, expiresAt));
                stores.auditEvents()
                        .add(event.by(person(session)).withSession(session.id().toString()));
            }
            case SignInNeeded(StartedFlow flow) ->
                stores.signInFlows().add(flow.about(subject(request), now, settings.sessions()));
            case ConsentNeeded(StartedFlow flow, Standing standing) ->
                stores.signInFlows()
                        .add(flow.about(subject(request), now, settings.sessions())
                                .asking(new NewFlow.Question(
                                        standing.session().orElseThrow().user(),
                                        request.wanted(),
                                        standing.resumed().signedIn())));
            case Refused(Refusal why) -> stores.auditEvents().add(event.refusedBecause(why));
        }
    }

    private static Actor person(Session session) {
        return Actor.user(session.user().toString(), session.userName());
    }

    private static UserGrant grant(AuthorizationRequest request, Session session, Names names) {
        return new UserGrant(
                names.grant(),
                session.user(),
                request.client().id(),
                session.id(),
                session.authentication(),
                request.scopes(),
                request.resources(),
                request.claims(),
                request.scopes().contains(Scope.OFFLINE_ACCESS));
    }

    private static AuthorizationCode code(AuthorizationRequest request, Names names, Instant expiresAt) {
        return new AuthorizationCode(
                Sha256.of(names.code()),
                names.grant(),
                request.redirectUri(),
                request.challenge(),
                request.nonce(),
                expiresAt);
    }

    private static NewFlow.Subject subject(AuthorizationRequest request) {
        return new NewFlow.Subject(Optional.of(request.client().id()), request.query(), request.loginHint());
    }

    private record Names(AuditEventId event, GrantId grant, Secret code, StartedFlow flow, Instant now) {}

    /** How long codes are good for, and what holds for sessions, unless the organization has chosen. */
    public record Settings(Duration codeLifetime, SessionLimits sessions) {}

    public sealed interface Outcome {}

    public record Issued(Secret code, Session session, Instant expiresAt) implements Outcome {}

    /** Somebody must sign in first: a flow has begun. */
    public record SignInNeeded(StartedFlow flow) implements Outcome {}

    /** The person is signed in, and must be asked first: the flow waits for their answer. */
    public record ConsentNeeded(StartedFlow flow, Standing standing) implements Outcome {}

    public record Refused(Refusal why) implements Outcome {}

    /** Why there is no code. */
    public enum Refusal {
        /** The client or its organization has been changed or disabled since it was read: read it again. */
        CLIENT_CHANGED,
        /** There is no such resource server. */
        RESOURCE_UNKNOWN,
        /** PKCE is required of this client (RFC 9700 §2.1.1). */
        CHALLENGE_MISSING,
        NOT_SIGNED_IN,
        SIGNED_IN_TOO_LONG_AGO,
        SOMEBODY_ELSE_SIGNED_IN,
        /** The person has not allowed this yet, and must not be asked. */
        CONSENT_MISSING
    }
}
