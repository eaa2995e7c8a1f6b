package dev.rampart.domain.logout;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.logout.CallClient.Delivery;
import dev.rampart.domain.logout.LogoutNotices.Attempt;
import dev.rampart.domain.logout.LogoutNotices.Room;
import dev.rampart.domain.session.EndedSession;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Chore;
import dev.rampart.domain.work.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Tells applications that people are signed out: many at a time, so that one that is slow holds nobody up.
 *
 * <p>Claim | call, with no connection held | write down what became of it, with one audit event when it is over. What
 * is written down is not fenced by the lease but by the number of the attempt, as with mail: whoever has been told must
 * be taken out, whoever holds the lease by then.
 */
public final class DeliverLogouts implements Chore {

    /** Then an application is given up, after some forty minutes. */
    public static final int ATTEMPTS_MAX = 10;

    /** Nor is it tried again when so much time has passed: whoever was away for longer asks anew anyway. */
    public static final Duration AGE_MAX = Duration.ofHours(1);

    /** Longer than a call can take. */
    static final Duration CLAIM = Duration.ofMinutes(1);

    /** A turn waits so long for what it began. What takes longer goes on by itself. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int ORGANIZATIONS = 10;

    private final DueLogouts due;
    private final UnitOfWork<? extends LogoutStores> unitOfWork;
    private final CallClient client;
    private final InstantSource clock;
    private final Entropy entropy;
    private final UnderWay underWay = new UnderWay();

    public DeliverLogouts(
            DueLogouts due,
            UnitOfWork<? extends LogoutStores> unitOfWork,
            CallClient client,
            InstantSource clock,
            Entropy entropy) {
        this.due = due;
        this.unitOfWork = unitOfWork;
        this.client = client;
        this.clock = clock;
        this.entropy = entropy;
    }

    @Override
    public String name() {
        return EndedSession.CHORE;
    }

    /** A person who signs out on another node than the one that does this should not have to wait. */
    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    /** What failed by a fault of ours, now or since the last turn, is thrown when the others have been told. */
    @Override
    public Next turn(Lease lease) {
        int begun = 0;
        for (OrgId org : due.organizations(clock.instant(), ORGANIZATIONS)) {
            begun += begin(org, lease);
        }
        boolean ended = underWay.await(PATIENCE);
        underWay.rethrow();
        return begun == 0 && ended ? Next.LATER : Next.AT_ONCE;
    }

    /** How long after so many attempts comes the next. */
    static Duration waitAfter(int attempts) {
        return FIRST_WAIT.multipliedBy(1L << (attempts - 1));
    }

    private int begin(OrgId org, Lease lease) {
        Instant now = clock.instant();
        Room room = underWay.room(org, now.plus(CLAIM));
        if (room.most() == 0) {
            return 0;
        }
        List<Attempt> claimed =
                unitOfWork.call(org, stores -> stores.logoutNotices().claim(lease, room, now));
        claimed.forEach(attempt -> underWay.begin(org, attempt.notice().client(), () -> deliver(org, attempt)));
        return claimed.size();
    }

    private void deliver(OrgId org, Attempt attempt) {
        Delivery delivery = client.call(org, attempt.notice());
        Instant now = clock.instant();
        AuditEvent event = asEvent(AuditEventId.of(now, entropy), attempt, now);
        unitOfWork.run(org, stores -> record(stores, attempt, delivery, event));
    }

    private static void record(LogoutStores stores, Attempt attempt, Delivery delivery, AuditEvent event) {
        switch (delivery) {
            case Delivery.Made() -> {
                stores.logoutNotices().delivered(attempt);
                stores.auditEvents().add(event);
            }
            case Delivery.Failed(Enum<?> why) -> {
                Instant next = event.createdAt().plus(waitAfter(attempt.number()));
                if (isLast(attempt, next)) {
                    giveUp(stores, attempt, event.refusedBecause(why), why);
                } else {
                    stores.logoutNotices().failed(attempt, why, next);
                }
            }
            case Delivery.Refused(Enum<?> why) -> giveUp(stores, attempt, event.refusedBecause(why), why);
        }
    }

    private static boolean isLast(Attempt attempt, Instant next) {
        return attempt.number() >= ATTEMPTS_MAX
                || next.isAfter(attempt.notice().endedAt().plus(AGE_MAX));
    }

    private static void giveUp(LogoutStores stores, Attempt attempt, AuditEvent event, Enum<?> why) {
        stores.logoutNotices().giveUp(attempt, why, event.createdAt());
        stores.auditEvents().add(event);
    }

    private static AuditEvent asEvent(AuditEventId id, Attempt attempt, Instant now) {
        LogoutNotice notice = attempt.notice();
        return AuditEvent.of(id, AuditEvent.Type.LOGOUT_DELIVERED, Cause.SYSTEM, now)
                .withTarget(Target.of(Target.Kind.CLIENT, notice.client().value()))
                .withSession(notice.session().toString())
                .withChanges(Map.of("attempts", Change.to(Integer.toString(attempt.number()))));
    }
}
