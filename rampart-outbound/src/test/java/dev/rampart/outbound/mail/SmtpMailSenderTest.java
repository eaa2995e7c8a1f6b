package dev.rampart.outbound.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.rampart.domain.mail.Mail;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.mail.MailId;
import dev.rampart.domain.mail.MailSender.Delivery;
import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.domain.shared.Secret;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SmtpMailSenderTest {

    private static final String KEY_STORE = "greenmail.tls.keystore.file";
    private static final String KEY_STORE_PASSWORD = "greenmail.tls.keystore.password";
    private static final MailAddress FROM = new MailAddress("no-reply@id.example");
    private static final MailAddress TO = new MailAddress("ada@example.org");
    private static final MailId ID = new MailId(new UUID(0, 7));
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private static Path folder;

    private static GreenMail server;
    private static SSLSocketFactory trusting;

    @BeforeAll
    static void start() throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        System.setProperty(KEY_STORE, certificate.keyStore().toString());
        System.setProperty(KEY_STORE_PASSWORD, TestCertificate.PASSWORD);
        trusting = certificate.trusting();
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        server.start();
        server.setUser("rampart@id.example", "rampart", "secret");
    }

    @AfterAll
    static void stop() {
        server.stop();
        System.clearProperty(KEY_STORE);
        System.clearProperty(KEY_STORE_PASSWORD);
    }

    @BeforeEach
    void empty() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @Test
    void deliversTextAndHtmlUnderTheNameOfTheOrganization() throws Exception {
        Delivery delivery = send(plain(SmtpSettings.Tls.OFF), mail("Welcome to Ácme"));

        MimeMessage received = onlyReceived();
        assertThat(delivery).isEqualTo(new Delivery.Sent());
        assertThat(received.getSubject()).isEqualTo("Welcome to Ácme");
        assertThat(received.getFrom()[0]).hasToString("=?UTF-8?Q?=C3=81cme?= <no-reply@id.example>");
        assertThat(received.getRecipients(Message.RecipientType.TO)[0]).hasToString(TO.value());
        assertThat(received.getMessageID()).isEqualTo("<%s@id.example>".formatted(ID));
        assertThat(received.getSentDate()).isEqualTo(NOW);
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Hello, Ádá");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Hello, Ádá</p>");
    }

    @Test
    void deliversOverTlsFromTheFirstByte() {
        SmtpSettings settings = new SmtpSettings(
                "127.0.0.1", server.getSmtps().getPort(), Optional.empty(), FROM, SmtpSettings.Tls.FROM_THE_FIRST_BYTE);

        Delivery delivery = new SmtpMailSender(settings, trusting).send(mail("Hello"));

        assertThat(delivery).isEqualTo(new Delivery.Sent());
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void sendsNothingToAServerWhoseCertificateIsNotTrusted() {
        SmtpSettings settings = new SmtpSettings(
                "127.0.0.1", server.getSmtps().getPort(), Optional.empty(), FROM, SmtpSettings.Tls.FROM_THE_FIRST_BYTE);

        Delivery delivery = new SmtpMailSender(settings).send(mail("Hello"));

        assertThat(delivery).isInstanceOf(Delivery.Unreachable.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsNothingInClearWhereTlsIsRequired() {
        Delivery delivery = send(plain(SmtpSettings.Tls.BY_STARTTLS), mail("Hello"));

        assertThat(delivery).isInstanceOf(Delivery.Unreachable.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsNoPasswordInClearUnlessToldTo() {
        SmtpSettings.Login login = new SmtpSettings.Login("rampart", Secret.of("secret"));

        assertThat(send(plain(SmtpSettings.Tls.IF_OFFERED, login), mail("Hello")))
                .isInstanceOf(Delivery.Unreachable.class);
        assertThat(send(plain(SmtpSettings.Tls.IF_OFFERED), mail("Hello"))).isEqualTo(new Delivery.Sent());
        assertThat(send(plain(SmtpSettings.Tls.OFF, login), mail("Hello"))).isEqualTo(new Delivery.Sent());
    }

    @Test
    void saysThatNobodyAnswers() {
        SmtpSettings nowhere = new SmtpSettings("127.0.0.1", 1, Optional.empty(), FROM, SmtpSettings.Tls.OFF);

        assertThat(send(nowhere, mail("Hello"))).isEqualTo(new Delivery.Unreachable("no connection"));
    }

    @Test
    void saysThatTheServerDoesNotKnowUs() {
        SmtpSettings.Login wrong = new SmtpSettings.Login("rampart", Secret.of("wrong"));

        assertThat(send(plain(SmtpSettings.Tls.OFF, wrong), mail("Hello")))
                .isEqualTo(new Delivery.Unreachable("the server does not know us"));
    }

    @Test
    void addsNoHeaderWhateverStandsInASubjectOrAName() throws Exception {
        Mail hostile = new Mail("Acme\r\nBcc: eve@example.org", TO, "Hi\r\nBcc: eve@example.org\r\n\r\nBody", "t", "h");

        send(plain(SmtpSettings.Tls.OFF), new OutgoingMail(ID, hostile, NOW));

        MimeMessage received = onlyReceived();
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(received.getSubject()).isEqualTo("Hi  Bcc: eve@example.org    Body");
    }

    @Test
    void refusesAnAddressThatNoServerTakes() {
        Mail mail = new Mail("Acme", new MailAddress("a..b@-x-"), "Hello", "t", "h");

        assertThat(send(plain(SmtpSettings.Tls.OFF), new OutgoingMail(ID, mail, NOW)))
                .isInstanceOf(Delivery.Refused.class);
    }

    private static Delivery send(SmtpSettings settings, OutgoingMail mail) {
        return new SmtpMailSender(settings).send(mail);
    }

    private static SmtpSettings plain(SmtpSettings.Tls tls) {
        return new SmtpSettings("127.0.0.1", server.getSmtp().getPort(), Optional.empty(), FROM, tls);
    }

    private static SmtpSettings plain(SmtpSettings.Tls tls, SmtpSettings.Login login) {
        return new SmtpSettings("127.0.0.1", server.getSmtp().getPort(), Optional.of(login), FROM, tls);
    }

    private static OutgoingMail mail(String subject) {
        return new OutgoingMail(ID, new Mail("Ácme", TO, subject, "Hello, Ádá", "<p>Hello, Ádá</p>"), NOW);
    }

    private static MimeMessage onlyReceived() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }
}
