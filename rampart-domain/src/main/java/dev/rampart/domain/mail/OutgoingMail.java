package dev.rampart.domain.mail;

import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Uuid7;
import java.time.Instant;

/** A mail that has been written and is to be sent. */
public record OutgoingMail(MailId id, Mail mail, Instant createdAt) {

    public static OutgoingMail of(Mail mail, Instant now, Entropy entropy) {
        return new OutgoingMail(new MailId(Uuid7.of(now, entropy)), mail, now);
    }
}
