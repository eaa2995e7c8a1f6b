package dev.rampart.domain.session;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.password.PasswordHasher.Hashing;
import dev.rampart.domain.password.PasswordHasher.Verification;
import dev.rampart.domain.session.PasswordDemands.Demanded;
import dev.rampart.domain.session.SignInFlows.Completion;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import dev.rampart.domain.user.PasswordRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets somebody who signs in choose the password that is demanded of them, and only then signs them in.
 *
 * <p>That they gave the right one before stands in the flow, on the server: nothing that a browser sends can take the
 * place of it. Two units of work with the hashes between them, so that no connection is held while they are computed:
 * look | compare and hash | decide and write.
 */
public final class ReplacePassword {

    private final UnitOfWork<? extends SignInStores> unitOfWork;
    private final PasswordHasher hasher;
    private final InstantSource clock;
    private final Entropy entropy;
    private final SessionLimits limits;

    public ReplacePassword(
            UnitOfWork<? extends SignInStores> unitOfWork,
            PasswordHasher hasher,
            InstantSource clock,
            Entropy entropy,
            SessionLimits limits) {
        this.unitOfWork = unitOfWork;
        this.hasher = hasher;
        this.clock = clock;
        this.entropy = entropy;
        this.limits = limits;
    }

    /** Whose password a flow waits for; nothing if it waits for none. */
    public Optional<Asked> asked(OrgId org, Secret flow, Browser browser) {
        return find(org, flow, browser, clock.instant())
                .map(found -> new Asked(found.demanded().name(), found.policy()));
    }

    public Outcome replace(OrgId org, Request request) {
        Optional<Found> found = find(org, request.flow(), request.browser(), clock.instant());
        Optional<Demanded> demanded = found.map(Found::demanded);
        if (found.isEmpty()) {
            return refused(org, request, Optional.empty(), new Gone());
        }
        Optional<PasswordRules.Mistake> mistake = new PasswordRules(found.get().policy()).mistake(request.password());
        if (mistake.isPresent()) {
            return refused(org, request, demanded, new Mistaken(mistake.get()));
        }
        return switch (hasher.verify(request.password(), demanded.map(Demanded::current))) {
            case Verification.Right _ -> refused(org, request, demanded, new Unchanged());
            case Verification.Wrong() ->
                switch (hasher.hash(request.password())) {
                    case Hashing.Hashed(PasswordHash chosen) -> meet(org, request, demanded.get(), chosen);
                    case Hashing.Busy() -> refused(org, request, demanded, new Busy());
                };
            case Verification.Busy() -> refused(org, request, demanded, new Busy());
        };
    }

    private Outcome meet(OrgId org, Request request, Demanded demanded, PasswordHash chosen) {
        Instant now = clock.instant();
        Sha256 browser = browser(request.browser());
        PasswordDemands.Met met = new PasswordDemands.Met(Sha256.of(request.flow()), browser, demanded.user(), chosen);
        AuditEvent changed = event(AuditEvent.Type.PASSWORD_CHANGED, request, Optional.of(demanded), now);
        AuditEvent started = event(AuditEvent.Type.SESSION_STARTED, request, Optional.of(demanded), now);
        Secret token = Secret.random(entropy);
        SignInFlows.Completing completing = completing(request, met, token, now);
        return unitOfWork.call(org, stores -> {
            if (!stores.passwordDemands().meet(met, now)) {
                stores.auditEvents().add(changed.refusedBecause(Refusal.FLOW_GONE));
                return new Gone();
            }
            stores.auditEvents().add(changed);
            return switch (stores.signInFlows().complete(completing, now)) {
                case Completion.Completed(SessionId session, String continued) -> {
                    stores.auditEvents().add(started.withSession(session.toString()));
                    yield new Replaced(token, continued);
                }
                case Completion.Gone() -> { // The organization was disabled just now: the password is theirs, though.
                    stores.auditEvents().add(started.refusedBecause(Refusal.FLOW_GONE));
                    yield new Gone();
                }
            };
        });
    }

    private SignInFlows.Completing completing(Request request, PasswordDemands.Met met, Secret token, Instant now) {
        SignInFlows.NewSession session = new SignInFlows.NewSession(
                new SessionId(Uuid7.of(now, entropy)),
                Authentication.byPassword(now),
                Optional.of(request.browser().origin().ip()),
                request.browser().origin().userAgent(),
                now.plus(limits.absolute()));
        return new SignInFlows.Completing(
                met.flow(),
                met.browser(),
                met.user(),
                met.chosen(),
                request.browser().session().map(Sha256::of),
                Sha256.of(token),
                session);
    }

    private Optional<Found> find(OrgId org, Secret flow, Browser browser, Instant now) {
        return unitOfWork.<Optional<Found>>call(
                org,
                stores -> stores.passwordDemands()
                        .find(Sha256.of(flow), browser(browser), now)
                        .map(demanded ->
                                new Found(demanded, stores.settings().find().password())));
    }

    private Outcome refused(OrgId org, Request request, Optional<Demanded> demanded, Outcome outcome) {
        AuditEvent event = event(AuditEvent.Type.PASSWORD_CHANGED, request, demanded, clock.instant());
        unitOfWork.run(org, stores -> stores.auditEvents().add(event.refusedBecause(why(outcome))));
        return outcome;
    }

    private static Refusal why(Outcome outcome) {
        return switch (outcome) {
            case Busy() -> Refusal.BUSY;
            case Gone() -> Refusal.FLOW_GONE;
            case Mistaken _ -> Refusal.PASSWORD_INVALID;
            case Unchanged() -> Refusal.PASSWORD_UNCHANGED;
            case Replaced _ -> throw new IllegalArgumentException("a password that was replaced was not refused");
        };
    }

    private AuditEvent event(AuditEvent.Type type, Request request, Optional<Demanded> demanded, Instant now) {
        AuditEvent event = AuditEvent.of(AuditEventId.of(now, entropy), type, Actor.ANONYMOUS, now)
                .withOrigin(request.browser().origin());
        return demanded.map(
                        person -> new Target(Target.Kind.USER, person.user().toString(), Optional.of(person.name())))
                .map(event::withTarget)
                .orElse(event);
    }

    private static Sha256 browser(Browser browser) {
        return Sha256.of(browser.id().orElse(Secret.of("")));
    }

    private record Found(Demanded demanded, PasswordPolicy policy) {}

    /** Who is asked for another password, and what it must be like. */
    public record Asked(String name, PasswordPolicy policy) {}

    /** What a person sends from the page that asks for a new password. */
    public record Request(Secret flow, Browser browser, Secret password) {}

    public sealed interface Outcome {}

    /** As {@link SignIn.SignedIn}. */
    public record Replaced(Secret token, String request) implements Outcome {}

    /** What was typed is no password that is taken. */
    public record Mistaken(PasswordRules.Mistake mistake) implements Outcome {}

    /** It is the one there was. */
    public record Unchanged() implements Outcome {}

    /** Too many passwords are being hashed just now. */
    public record Busy() implements Outcome {}

    /** The flow does not wait for a password, or no longer. */
    public record Gone() implements Outcome {}

    /** Why a password stayed as it was. For the audit log. */
    public enum Refusal {
        BUSY,
        FLOW_GONE,
        PASSWORD_INVALID,
        PASSWORD_UNCHANGED
    }
}
