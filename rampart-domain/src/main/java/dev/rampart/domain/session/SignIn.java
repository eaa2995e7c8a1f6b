package dev.rampart.domain.session;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.password.PasswordHasher.Hashing;
import dev.rampart.domain.password.PasswordHasher.Verification;
import dev.rampart.domain.session.SignInAttempts.Begun;
import dev.rampart.domain.session.SignInAttempts.Known;
import dev.rampart.domain.session.SignInFlows.Completion;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import dev.rampart.domain.user.CanonicalName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Signs a person in with a name and a password.
 *
 * <p>Two units of work with the hash between them, so that no connection is held while it is computed: count and look
 * up | hash | decide and write.
 */
public final class SignIn {

    private final UnitOfWork<? extends SignInStores> unitOfWork;
    private final PasswordHasher hasher;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Settings settings;

    public SignIn(
            UnitOfWork<? extends SignInStores> unitOfWork,
            PasswordHasher hasher,
            InstantSource clock,
            Entropy entropy,
            Settings settings) {
        this.unitOfWork = unitOfWork;
        this.hasher = hasher;
        this.clock = clock;
        this.entropy = entropy;
        this.settings = settings;
    }

    /** Costs the same statements and one hash whether the person exists, is disabled, or mistyped. */
    public Outcome signIn(OrgId org, Request request) {
        Instant now = clock.instant();
        SignInAttempts.Attempt attempt = new SignInAttempts.Attempt(
                Sha256.of(request.flow()),
                browser(request),
                CanonicalName.of(request.username()),
                request.browser().origin().network(),
                settings.limit());
        return switch (unitOfWork.<Begun>one(
                org, stores -> stores.signInAttempts().begin(attempt, now))) {
            case Begun.Counted counted -> compare(org, request, counted);
            case Begun.Delayed(Instant until) ->
                delayed(org, request, Duration.between(now, until), Refusal.TOO_MANY_FAILURES);
            case Begun.Limited(Instant until) ->
                delayed(org, request, Duration.between(now, until), Refusal.TOO_MANY_REQUESTS);
            case Begun.NoFlow() -> refused(org, request, Optional.empty(), Refusal.FLOW_GONE);
        };
    }

    private Outcome compare(OrgId org, Request request, Begun.Counted counted) {
        Optional<Known> known = counted.user();
        Optional<PasswordHash> hash = known.filter(Known::enabled).flatMap(Known::password);
        return switch (hasher.verify(request.password(), hash)) {
            case Verification.Right(boolean outdated) ->
                known.orElseThrow().passwordChangeRequired()
                        ? demand(org, request, counted)
                        : complete(org, request, counted, outdated);
            case Verification.Wrong() -> refused(org, request, known, why(known));
            case Verification.Busy() -> busy(org, request, counted);
        };
    }

    private static Refusal why(Optional<Known> known) {
        if (known.isEmpty()) {
            return Refusal.USER_UNKNOWN;
        }
        if (!known.get().enabled()) {
            return Refusal.USER_DISABLED;
        }
        return known.get().password().isEmpty() ? Refusal.NO_PASSWORD : Refusal.PASSWORD_WRONG;
    }

    private Outcome complete(OrgId org, Request request, Begun.Counted counted, boolean outdated) {
        Known user = counted.user().orElseThrow();
        PasswordHash verified = user.password().orElseThrow();
        Optional<PasswordHash> better = outdated ? rehashed(request.password()) : Optional.empty();
        Instant now = clock.instant();
        Secret token = Secret.random(entropy);
        SignInFlows.Completing completing = completing(request, user, token, now);
        AuditEvent started = event(request, now).withTarget(target(user));
        return unitOfWork.call(org, stores -> switch (stores.signInFlows().complete(completing, now)) {
            case Completion.Completed(SessionId session, String continued) -> {
                forgive(stores, request, counted);
                better.ifPresent(hash -> stores.passwords().replaceHash(user.id(), verified, hash));
                stores.auditEvents().add(started.withSession(session.toString()));
                yield new SignedIn(token, continued);
            }
            case Completion.Gone() -> {
                forgive(
                        stores, request,
                        counted); // The form was sent twice: whoever knows the password does not guess.
                stores.auditEvents().add(started.refusedBecause(Refusal.FLOW_GONE));
                yield new Refused(Refusal.FLOW_GONE);
            }
        });
    }

    /** No session yet: the flow waits for another password. */
    private Outcome demand(OrgId org, Request request, Begun.Counted counted) {
        Known user = counted.user().orElseThrow();
        Instant now = clock.instant();
        PasswordDemands.Demand demand = new PasswordDemands.Demand(
                Sha256.of(request.flow()),
                browser(request),
                user.id(),
                user.password().orElseThrow());
        AuditEvent event =
                event(request, now).withTarget(target(user)).refusedBecause(Refusal.PASSWORD_CHANGE_REQUIRED);
        unitOfWork.run(org, stores -> {
            forgive(stores, request, counted);
            stores.passwordDemands().add(demand, now);
            stores.auditEvents().add(event);
        });
        return new PasswordDemanded();
    }

    /** With today's parameters; when there is no room for it, another sign-in will do. */
    private Optional<PasswordHash> rehashed(Secret password) {
        return switch (hasher.hash(password)) {
            case Hashing.Hashed(PasswordHash hash) -> Optional.of(hash);
            case Hashing.Busy() -> Optional.empty();
        };
    }

    private SignInFlows.Completing completing(Request request, Known user, Secret token, Instant now) {
        SignInFlows.NewSession session = new SignInFlows.NewSession(
                new SessionId(Uuid7.of(now, entropy)),
                Authentication.byPassword(now),
                Optional.of(request.browser().origin().ip()),
                request.browser().origin().userAgent(),
                now.plus(settings.limits().absolute()));
        return new SignInFlows.Completing(
                Sha256.of(request.flow()),
                browser(request),
                user.id(),
                user.password().orElseThrow(),
                request.browser().session().map(Sha256::of),
                Sha256.of(token),
                session);
    }

    private Outcome busy(OrgId org, Request request, Begun.Counted counted) {
        AuditEvent event = event(request, clock.instant()).refusedBecause(Refusal.BUSY);
        unitOfWork.run(org, stores -> {
            forgive(stores, request, counted);
            stores.auditEvents().add(event);
        });
        return new Refused(Refusal.BUSY);
    }

    private static void forgive(SignInStores stores, Request request, Begun.Counted counted) {
        stores.signInAttempts()
                .forgive(counted.account(), request.browser().origin().network());
    }

    private Outcome delayed(OrgId org, Request request, Duration delay, Refusal why) {
        refused(org, request, Optional.empty(), why);
        return new Delayed(delay);
    }

    private Outcome refused(OrgId org, Request request, Optional<Known> user, Refusal why) {
        AuditEvent refused = event(request, clock.instant()).refusedBecause(why);
        AuditEvent event = user.map(SignIn::target).map(refused::withTarget).orElse(refused);
        unitOfWork.run(org, stores -> stores.auditEvents().add(event));
        return new Refused(why);
    }

    private AuditEvent event(Request request, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.SESSION_STARTED, Actor.ANONYMOUS, now)
                .withOrigin(request.browser().origin());
    }

    private static Target target(Known user) {
        return new Target(Target.Kind.USER, user.id().toString(), Optional.of(user.name()));
    }

    private static Sha256 browser(Request request) {
        return Sha256.of(request.browser().id().orElse(Secret.of("")));
    }

    /** What a person sends from the sign-in page. {@code username} may be an e-mail address. */
    public record Request(Secret flow, Browser browser, String username, Secret password) {}

    /** {@code limit} is how often a network may try. */
    public record Settings(SessionLimits limits, Rate limit) {}

    public sealed interface Outcome {}

    /** {@code token} is the session cookie; {@code request} the authorization request to return to, or empty. */
    public record SignedIn(Secret token, String request) implements Outcome {}

    /** It was the right password, but another has to be chosen first, with {@link ReplacePassword}. */
    public record PasswordDemanded() implements Outcome {}

    /** Nothing was verified: try again after {@code delay}. */
    public record Delayed(Duration delay) implements Outcome {}

    public record Refused(Refusal why) implements Outcome {}

    /** Why somebody was not signed in. For the audit log: the person is told no more than that it did not work. */
    public enum Refusal {
        BUSY,
        FLOW_GONE,
        NO_PASSWORD,
        PASSWORD_CHANGE_REQUIRED,
        PASSWORD_WRONG,
        TOO_MANY_FAILURES,
        TOO_MANY_REQUESTS,
        USER_DISABLED,
        USER_UNKNOWN
    }
}
