package dev.rampart.domain.mail;

import dev.rampart.domain.shared.Secret;
import java.time.Instant;

/** What somebody is to be told by mail. The words are the {@link MailWriter}'s. */
public sealed interface Letter {

    /** The name of the organization that tells it. */
    String organization();

    /** An invitation to join, by a link that works once and until then. */
    record Invitation(String organization, Secret link, Instant expiresAt) implements Letter {}
}
