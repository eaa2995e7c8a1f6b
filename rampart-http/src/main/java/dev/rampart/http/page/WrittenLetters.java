package dev.rampart.http.page;

import dev.rampart.domain.mail.Letter;
import dev.rampart.domain.mail.Mail;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.mail.MailWriter;
import dev.rampart.http.page.MailPage.Button;
import dev.rampart.http.page.MailPage.Line;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Letters in English, until there are texts in other languages, as text and as HTML that say the same. */
public final class WrittenLetters implements MailWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final Pages pages;

    @Inject
    public WrittenLetters(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Mail write(Letter letter, MailAddress to) {
        Said said = new Said(texts.with(texts.say(words(letter))).getOrDefault("mail", Map.of()));
        MailPage page = switch (letter) {
            case Letter.Invitation invitation ->
                new MailPage(
                        invitation.organization(),
                        said.text("invitation_title"),
                        List.of(said.line("invitation_text")),
                        new Button(
                                said.text("invitation_button"),
                                new SafeUrl(invitation.link().reveal()),
                                said.text("link")),
                        List.of(said.line("until"), said.line("invitation_ignore")));
        };
        String subject = switch (letter) {
            case Letter.Invitation _ -> said.text("invitation_subject");
        };
        return new Mail(letter.organization(), to, subject, plain(page), pages.mail(page));
    }

    private static Map<String, Word> words(Letter letter) {
        Word organization = new Word.Plain(letter.organization());
        return switch (letter) {
            case Letter.Invitation invitation ->
                Map.of("organization", organization, "until", time(invitation.expiresAt()));
        };
    }

    private static Word time(Instant instant) {
        return new Word.Plain(TIME.format(instant));
    }

    /** Nothing is escaped, for nothing in it is anything but text. */
    private static String plain(MailPage page) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(page.title());
        page.lines().forEach(line -> paragraphs.add(line.line()));
        paragraphs.add(page.button().label() + ":\n" + page.button().link());
        page.notes().forEach(note -> paragraphs.add(note.line()));
        paragraphs.add("-- \n" + page.organization());
        return String.join("\n\n", paragraphs) + "\n";
    }

    /** The texts of mails, with the letter's words in place. */
    private record Said(Map<String, String> mail) {

        String text(String name) {
            return Optional.ofNullable(mail.get(name))
                    .orElseThrow(() -> new IllegalArgumentException("no such text for this letter: mail." + name));
        }

        Line line(String name) {
            return new Line(text(name));
        }
    }
}
