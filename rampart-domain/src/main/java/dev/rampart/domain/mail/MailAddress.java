package dev.rampart.domain.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that mail can be sent to: something, an at sign, something; no spaces, quotes or control characters
 * (a stricter RFC 5321 §4.1.2), so that it stays one address wherever it is put.
 */
public record MailAddress(String value) {

    /** In Java's characters (RFC 5321 §4.5.3.1). */
    public static final int LENGTH_MAX = 254;

    private static final String PART = "[^\\s@\\p{Cntrl}\"(),:;<>\\[\\\\\\]]+";

    /** A regular expression that all of it matches. */
    public static final String FORM = PART + "@" + PART;

    private static final Pattern SHAPE = Pattern.compile(FORM);

    public MailAddress {
        if (!isAddress(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    public static Optional<MailAddress> parse(String text) {
        String stripped = text.strip();
        return isAddress(stripped) ? Optional.of(new MailAddress(stripped)) : Optional.empty();
    }

    private static boolean isAddress(String text) {
        return text.length() <= LENGTH_MAX && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
