package dev.rampart.domain.mail;

/** Puts letters into words, in the name of the organization. */
@FunctionalInterface
public interface MailWriter {

    Mail write(Letter letter, MailAddress to);
}
