package dev.rampart.domain.mail;

/** What whoever sends mail may touch, within one transaction. */
public interface MailStores {

    Outbox outbox();
}
