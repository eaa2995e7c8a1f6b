package dev.rampart.domain.mail;

import dev.rampart.domain.work.Lease;
import java.time.Instant;
import java.util.Optional;

/** The mail of one organization that is not sent yet. */
public interface Outbox {

    /** Will be sent if, and only if, the unit of work commits. */
    void add(OutgoingMail mail);

    /**
     * Begins an attempt at the mail that has been due for longest, if the lease is still held. Nobody else is given it
     * before {@code until}.
     */
    Optional<Attempt> claim(Lease lease, Instant now, Instant until);

    /** Takes a mail out. Does nothing if another attempt has begun since, as do the next two. */
    void sent(Attempt attempt);

    /** Has it tried again. */
    void failed(Attempt attempt, String why, Instant dueAt);

    /** Will never be tried again. Its content is forgotten. */
    void giveUp(Attempt attempt, String why, Instant now);

    /** One of the attempts at a mail, counted from one. */
    record Attempt(OutgoingMail mail, int number) {}
}
