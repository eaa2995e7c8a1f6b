package dev.rampart.domain.mail;

import java.util.function.IntPredicate;

/**
 * What somebody is to read, as text and as HTML.
 *
 * @param sender the name it is sent under
 */
public record Mail(String sender, MailAddress to, String subject, String text, String html) {

    /** In Java's characters. */
    public static final int SUBJECT_MAX = 500;

    private static final IntPredicate CONTROL = Character::isISOControl;

    /** Nothing that stands in a header has a line break or another control character in it. */
    public Mail {
        sender = inOneLine(sender);
        subject = inOneLine(subject);
    }

    private static String inOneLine(String text) {
        String line = text.codePoints()
                .map(character -> CONTROL.test(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return line.length() <= SUBJECT_MAX ? line : line.substring(0, SUBJECT_MAX);
    }

    /** Nothing is shown: there may be a link in it that is a secret. */
    @Override
    public String toString() {
        return "[mail]";
    }
}
