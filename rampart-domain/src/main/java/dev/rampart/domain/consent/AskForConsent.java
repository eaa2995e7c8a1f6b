package dev.rampart.domain.consent;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.consent.Consents.Question;
import dev.rampart.domain.session.Browser;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Asks a person who is signed in whether an application may have what it wants (OIDC Core §3.1.2.4). */
public final class AskForConsent {

    private final UnitOfWork<? extends ConsentStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;
    private final SessionLimits limits;

    public AskForConsent(
            UnitOfWork<? extends ConsentStores> unitOfWork,
            InstantSource clock,
            Entropy entropy,
            SessionLimits limits) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
        this.limits = limits;
    }

    /** What there is to ask; nothing if this browser is asked nothing, or not any more. Costs one exchange. */
    public Optional<Question> ask(OrgId org, Secret flow, Browser browser) {
        return asking(flow, browser)
                .flatMap(asking -> unitOfWork.<Optional<Question>>one(
                        org, stores -> stores.consents().question(asking, limits.idle(), clock.instant())));
    }

    /** What the answer was an answer to; nothing if there was no question any more. Costs three exchanges. */
    public Optional<Question> answer(OrgId org, Secret flow, Browser browser, boolean allowed) {
        Instant now = clock.instant();
        AuditEventId event = AuditEventId.of(now, entropy);
        Consents.Answer answer = new Consents.Answer(new ConsentId(Uuid7.of(now, entropy)), allowed);
        return asking(flow, browser)
                .flatMap(asking -> unitOfWork.<Optional<Question>>call(org, stores -> {
                    Optional<Question> question = stores.consents().answer(asking, answer, limits.idle(), now);
                    question.map(asked -> asEvent(event, asked, browser, now))
                            .map(asked -> allowed ? asked : asked.refusedBecause(Refusal.DENIED))
                            .ifPresent(stores.auditEvents()::add);
                    return question;
                }));
    }

    private static Optional<Consents.Asking> asking(Secret flow, Browser browser) {
        return browser.id()
                .flatMap(id -> browser.session()
                        .map(session -> new Consents.Asking(Sha256.of(flow), Sha256.of(id), Sha256.of(session))));
    }

    private static AuditEvent asEvent(AuditEventId id, Question question, Browser browser, Instant now) {
        return AuditEvent.of(
                        id,
                        AuditEvent.Type.CONSENT_GRANTED,
                        Actor.user(
                                question.session().user().toString(),
                                question.session().userName()),
                        now)
                .withTarget(
                        new Target(Target.Kind.CLIENT, question.client().value(), Optional.of(question.clientName())))
                .withChanges(Map.of("scope", Change.to(question.asked().scopes().toString())))
                .withSession(question.session().id().toString())
                .withOrigin(browser.origin());
    }

    /** Why an application was not allowed what it wants. */
    public enum Refusal {
        /** The person would rather not. */
        DENIED
    }
}
