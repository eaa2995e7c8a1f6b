package dev.rampart.domain.invitation;

import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.user.PasswordRules;
import java.util.EnumSet;
import java.util.Set;

/** What can be wrong with what is typed on the page of an invitation. */
public enum InvitationMistake {
    NAME_TOO_LONG,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    PASSWORD_BLOCKED;

    /** In Java's characters. */
    public static final int NAME_MAX = 256;

    static Set<InvitationMistake> in(AcceptInvitation.Request request, PasswordPolicy policy) {
        Set<InvitationMistake> mistakes = EnumSet.noneOf(InvitationMistake.class);
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
