package dev.rampart.domain.mail;

import dev.rampart.domain.mail.MailSender.Delivery;
import dev.rampart.domain.mail.Outbox.Attempt;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Chore;
import dev.rampart.domain.work.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sends what waits in the outboxes: one mail of each organization in turn, so that nobody waits for somebody else's
 * thousands.
 *
 * <p>Claim | send, with no connection held | write down what became of it. What is written down is not fenced by the
 * lease but by the number of the attempt: a mail that has been sent must be taken out whoever holds the lease by then.
 */
public final class DeliverMail implements Chore {

    public static final String NAME = "mail";

    /** Then a mail is given up, after some sixteen hours. */
    public static final int ATTEMPTS_MAX = 12;

    /** Longer than sending one can take. */
    static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    private static final int ORGANIZATIONS = 10;
    private static final int DOUBLINGS_MAX = 8;

    private final DueMail due;
    private final UnitOfWork<? extends MailStores> unitOfWork;
    private final MailSender sender;
    private final InstantSource clock;

    public DeliverMail(
            DueMail due, UnitOfWork<? extends MailStores> unitOfWork, MailSender sender, InstantSource clock) {
        this.due = due;
        this.unitOfWork = unitOfWork;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /**
     * What fails for one organization, such as a key that is missing, is thrown when the others have had their turn.
     */
    @Override
    public Next turn(Lease lease) {
        List<OrgId> waiting = due.organizations(clock.instant(), ORGANIZATIONS);
        RuntimeException failure = null;
        for (OrgId org : waiting) {
            try {
                if (!deliverOne(org, lease)) {
                    return Next.LATER;
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new IllegalStateException("cannot send the mail of some organization", failure);
        }
        return waiting.isEmpty() ? Next.LATER : Next.AT_ONCE;
    }

    /** How long after so many attempts comes the next. */
    static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Whether it makes sense to go on. */
    private boolean deliverOne(OrgId org, Lease lease) {
        Instant now = clock.instant();
        Optional<Attempt> claimed =
                unitOfWork.call(org, stores -> stores.outbox().claim(lease, now, now.plus(CLAIM)));
        if (claimed.isEmpty()) {
            return true;
        }
        Delivery delivery = sender.send(claimed.get().mail());
        unitOfWork.run(org, stores -> record(stores.outbox(), claimed.get(), delivery));
        return !(delivery instanceof Delivery.Unreachable);
    }

    private void record(Outbox outbox, Attempt attempt, Delivery delivery) {
        switch (delivery) {
            case Delivery.Sent() -> outbox.sent(attempt);
            case Delivery.Failed(String why) -> tryLater(outbox, attempt, why);
            case Delivery.Unreachable(String why) -> tryLater(outbox, attempt, why);
            case Delivery.Refused(String why) -> outbox.giveUp(attempt, why, clock.instant());
        }
    }

    private void tryLater(Outbox outbox, Attempt attempt, String why) {
        Instant now = clock.instant();
        if (attempt.number() >= ATTEMPTS_MAX) {
            outbox.giveUp(attempt, why, now);
        } else {
            outbox.failed(attempt, why, now.plus(waitAfter(attempt.number())));
        }
    }
}
