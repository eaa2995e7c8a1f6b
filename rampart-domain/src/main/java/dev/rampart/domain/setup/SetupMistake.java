package dev.rampart.domain.setup;

import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.PasswordRules;
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
    PASSWORD_TOO_LONG,
    /** One of the organization's own words stands in it. */
    PASSWORD_BLOCKED;

    /** In Java's characters. */
    public static final int NAME_MAX = 256;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    static Set<SetupMistake> in(CompleteSetup.Request request, PasswordPolicy policy) {
        Set<SetupMistake> mistakes = EnumSet.noneOf(SetupMistake.class);
        String email = request.email().strip();
        if (email.length() > CanonicalName.MAX_LENGTH || !EMAIL.matcher(email).matches()) {
            mistakes.add(EMAIL_INVALID);
        }
        if (request.name().filter(name -> name.length() > NAME_MAX).isPresent()) {
            mistakes.add(NAME_TOO_LONG);
        }
        new PasswordRules(policy)
                .mistake(request.password())
                .map(mistake -> switch (mistake) {
                    case TOO_SHORT -> PASSWORD_TOO_SHORT;
                    case TOO_LONG -> PASSWORD_TOO_LONG;
                    case BLOCKED_WORD -> PASSWORD_BLOCKED;
                })
                .ifPresent(mistakes::add);
        return mistakes;
    }
}
