package dev.rampart.domain.setup;

import dev.rampart.domain.user.CanonicalName;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be wrong with what is typed on the set-up page. */
public enum SetupMistake {
    EMAIL_INVALID,
    /** Somebody else has this address. */
    EMAIL_TAKEN,
    NAME_TOO_LONG,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG;

    /**
     * In characters as people count them. Without a second factor it has to be that long (NIST SP 800-63B-4 §3.1.1).
     */
    public static final int PASSWORD_MIN = 15;

    /** In Java's characters: what the sign-in page takes. */
    public static final int PASSWORD_MAX = 256;

    /** In Java's characters. */
    public static final int NAME_MAX = 256;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    static Set<SetupMistake> in(CompleteSetup.Request request) {
        Set<SetupMistake> mistakes = EnumSet.noneOf(SetupMistake.class);
        String email = request.email().strip();
        if (email.length() > CanonicalName.MAX_LENGTH || !EMAIL.matcher(email).matches()) {
            mistakes.add(EMAIL_INVALID);
        }
        if (request.name().filter(name -> name.length() > NAME_MAX).isPresent()) {
            mistakes.add(NAME_TOO_LONG);
        }
        String password = request.password().reveal();
        if (password.codePointCount(0, password.length()) < PASSWORD_MIN) {
            mistakes.add(PASSWORD_TOO_SHORT);
        }
        if (password.length() > PASSWORD_MAX) {
            mistakes.add(PASSWORD_TOO_LONG);
        }
        return mistakes;
    }
}
