package dev.rampart.http.mailbox;

import dev.rampart.domain.mail.MailId;
import dev.rampart.domain.mail.MailSender;
import dev.rampart.domain.mail.OutgoingMail;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Keeps the newest mail in memory instead of sending it. */
public final class Mailbox implements MailSender {

    /** Older ones are forgotten. */
    static final int SIZE = 200;

    private final Deque<OutgoingMail> kept = new ArrayDeque<>();

    @Override
    public synchronized Delivery send(OutgoingMail mail) {
        kept.addFirst(mail);
        if (kept.size() > SIZE) {
            kept.removeLast();
        }
        return new Delivery.Sent();
    }

    /** Newest first. */
    public synchronized List<OutgoingMail> all() {
        return List.copyOf(kept);
    }

    Optional<OutgoingMail> find(MailId id) {
        return all().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }
}
