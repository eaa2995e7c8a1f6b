package dev.rampart.domain.user;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A username or an e-mail address as it is compared: without surrounding space, in Unicode's NFKC, in lower case.
 *
 * <p>It is stored beside what the person wrote, so that the database compares with plain equality and can use its
 * index.
 */
public record CanonicalName(String value) {

    /** Longer ones are nobody's (RFC 5321 §4.5.3.1 allows 254 characters). */
    public static final int MAX_LENGTH = 254;

    public static CanonicalName of(String text) {
        return new CanonicalName(
                Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    /** Usernames have no at sign, so that a name that is typed is either one or the other. */
    public boolean isEmail() {
        return value.indexOf('@') >= 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
