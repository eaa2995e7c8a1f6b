package dev.rampart.domain.invitation;

import dev.rampart.domain.user.PasswordRules;
import java.util.EnumSet;
import java.util.Set;

/** What can be wrong with what is typed on the page of an invitation. */
public enum InvitationMistake {
    NAME_TOO_LONG,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG;

    /** In Java's characters. */
    public static final int NAME_MAX = 256;

    static Set<InvitationMistake> in(AcceptInvitation.Request request) {
        Set<InvitationMistake> mistakes = EnumSet.noneOf(InvitationMistake.class);
        if (request.name().filter(name -> name.length() > NAME_MAX).isPresent()) {
            mistakes.add(NAME_TOO_LONG);
        }
        PasswordRules.mistake(request.password())
                .map(mistake -> switch (mistake) {
                    case TOO_SHORT -> PASSWORD_TOO_SHORT;
                    case TOO_LONG -> PASSWORD_TOO_LONG;
                })
                .ifPresent(mistakes::add);
        return mistakes;
    }
}
