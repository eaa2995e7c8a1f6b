package dev.rampart.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.mail.Letter;
import dev.rampart.domain.mail.Mail;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.shared.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WrittenLettersTest {

    private static final MailAddress ADA = new MailAddress("ada@example.org");
    private static final String LINK = "https://id.example/o/acme/invitation?token=k2-secret";
    private static final Instant EXPIRY = Instant.parse("2026-12-02T10:15:00Z");

    private final WrittenLetters letters = new WrittenLetters(new Pages(new Assets()));

    @Test
    void invitesInTheNameOfTheOrganization() throws IOException {
        Mail mail = letters.write(new Letter.Invitation("Acme & Söhne", Secret.of(LINK), EXPIRY), ADA);
        Files.createDirectories(Path.of("target/pages"));
        Files.writeString(Path.of("target/pages/mail-invitation.html"), mail.html());

        assertThat(mail.sender()).isEqualTo("Acme & Söhne");
        assertThat(mail.to()).isEqualTo(ADA);
        assertThat(mail.subject()).isEqualTo("You’re invited to Acme & Söhne");
        assertThat(mail.text())
                .startsWith("Join Acme & Söhne\n\n")
                .contains("\n" + LINK + "\n", "2 December 2026, 10:15 UTC");
        assertThat(mail.html())
                .startsWith("<!doctype html>")
                .contains("Acme &amp; Söhne", "k2-secret\"", "2 December 2026, 10:15 UTC");
    }

    @Test
    void writesWhatAnOrganizationIsCalledAsText() {
        Mail mail = letters.write(
                new Letter.Invitation("<img src=x>\r\nBcc: eve@example.org", Secret.of(LINK), EXPIRY), ADA);

        assertThat(mail.html()).doesNotContain("<img");
        assertThat(mail.subject()).doesNotContain("\r", "\n");
        assertThat(mail.sender()).doesNotContain("\r", "\n");
    }

    @Test
    void tellsNobodyTheLinkByAccident() {
        Mail mail = letters.write(new Letter.Invitation("Acme", Secret.of(LINK), EXPIRY), ADA);

        assertThat(mail.toString() + new Letter.Invitation("Acme", Secret.of(LINK), EXPIRY))
                .doesNotContain("k2-secret");
    }
}
