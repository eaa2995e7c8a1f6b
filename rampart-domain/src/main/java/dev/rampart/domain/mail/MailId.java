package dev.rampart.domain.mail;

import java.util.UUID;

/** Names a mail, here and in its {@code Message-ID}. */
public record MailId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
