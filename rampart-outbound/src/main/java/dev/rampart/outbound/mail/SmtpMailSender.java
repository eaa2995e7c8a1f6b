package dev.rampart.outbound.mail;

import dev.rampart.domain.mail.MailSender;
import dev.rampart.domain.mail.OutgoingMail;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Hands mail to an SMTP server (RFC 5321), a connection for each. */
public final class SmtpMailSender implements MailSender {

    /** For the connection, and for each answer of the server. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int PERMANENT = 500;

    private final SmtpSettings settings;
    private final Session session;

    /** Trusts the servers that the JVM trusts. */
    public SmtpMailSender(SmtpSettings settings) {
        this(settings, properties(settings));
    }

    /** Trusts whom {@code sockets} trust. */
    SmtpMailSender(SmtpSettings settings, SSLSocketFactory sockets) {
        this(settings, properties(settings));
        session.getProperties().put("mail.smtp.ssl.socketFactory", sockets);
    }

    private SmtpMailSender(SmtpSettings settings, Properties properties) {
        this.settings = settings;
        this.session = Session.getInstance(properties);
    }

    @Override
    public Delivery send(OutgoingMail outgoing) {
        MimeMessage message;
        try {
            message = new MailMessage(session, settings.from(), outgoing);
        } catch (MessagingException e) {
            return new Delivery.Refused("cannot be written as a message");
        }
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport);
            return hand(transport, message);
        } catch (MessagingException e) {
            return new Delivery.Unreachable(
                    e instanceof AuthenticationFailedException ? "the server does not know us" : "no connection");
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (settings.login().isPresent()) {
            SmtpSettings.Login login = settings.login().get();
            transport.connect(
                    settings.host(),
                    settings.port(),
                    login.user(),
                    login.password().reveal());
        } else {
            transport.connect(settings.host(), settings.port(), null, null);
        }
    }

    private static Delivery hand(Transport transport, MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery.Sent();
        } catch (MessagingException e) {
            return code(e).map(SmtpMailSender::refused).orElseGet(() -> new Delivery.Failed("the connection broke"));
        }
    }

    private static Delivery refused(int code) {
        String why = "SMTP " + code;
        return code >= PERMANENT ? new Delivery.Refused(why) : new Delivery.Failed(why);
    }

    /** What the server said, of the address above all (RFC 5321 §4.2). */
    private static Optional<Integer> code(MessagingException failure) {
        Optional<Integer> found = Optional.empty();
        for (Exception e = failure; e instanceof MessagingException link; e = link.getNextException()) {
            if (link instanceof SMTPAddressFailedException address) {
                return Optional.of(address.getReturnCode());
            }
            if (link instanceof SMTPSendFailedException message && message.getReturnCode() > 0) {
                found = Optional.of(message.getReturnCode());
            }
        }
        return found;
    }

    private static Properties properties(SmtpSettings settings) {
        String patience = Long.toString(PATIENCE.toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        boolean fromTheFirstByte = settings.tls() == SmtpSettings.Tls.FROM_THE_FIRST_BYTE;
        properties.put("mail.smtp.ssl.enable", Boolean.toString(fromTheFirstByte));
        switch (settings.tls()) {
            case FROM_THE_FIRST_BYTE, OFF -> startTls(properties, false, false);
            case BY_STARTTLS -> startTls(properties, true, true);
            case IF_OFFERED -> startTls(properties, true, settings.login().isPresent());
        }
        return properties;
    }

    private static void startTls(Properties properties, boolean enabled, boolean required) {
        properties.put("mail.smtp.starttls.enable", Boolean.toString(enabled));
        properties.put("mail.smtp.starttls.required", Boolean.toString(required));
    }
}
