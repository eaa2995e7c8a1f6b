package dev.rampart.outbound.mail;

import dev.rampart.domain.mail.Mail;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.mail.OutgoingMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.util.Date;

/**
 * A mail as it travels (RFC 5322): text and HTML as alternatives.
 *
 * <p>Its {@code Message-ID} is the mail's own, so that the same mail, sent twice, is known to be the same.
 */
final class MailMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    /** Throws {@link MessagingException} if the address is none that a mail server takes. */
    MailMessage(Session session, MailAddress from, OutgoingMail outgoing) throws MessagingException {
        super(session);
        Mail mail = outgoing.mail();
        this.messageId = "<%s@%s>".formatted(outgoing.id(), domain(from));
        setFrom(named(from, mail.sender()));
        setRecipient(Message.RecipientType.TO, address(mail.to()));
        setSubject(mail.subject(), UTF_8);
        setSentDate(Date.from(outgoing.createdAt()));
        // No out-of-office answers, please (RFC 3834 §5).
        setHeader("Auto-Submitted", "auto-generated");
        setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static InternetAddress named(MailAddress address, String name) throws MessagingException {
        try {
            InternetAddress named = address(address);
            named.setPersonal(name, UTF_8);
            return named;
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError("every Java platform has UTF-8", e);
        }
    }

    /** With the domain as the DNS has it (RFC 5890 §2.3.2.1). */
    private static InternetAddress address(MailAddress address) throws MessagingException {
        String text = address.value();
        return new InternetAddress(text.substring(0, text.lastIndexOf('@') + 1) + domain(address), true);
    }

    private static String domain(MailAddress address) throws MessagingException {
        String text = address.value();
        try {
            return IDN.toASCII(text.substring(text.lastIndexOf('@') + 1));
        } catch (IllegalArgumentException e) {
            throw new MessagingException("not a domain", e);
        }
    }
}
