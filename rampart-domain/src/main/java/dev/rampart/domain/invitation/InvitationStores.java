package dev.rampart.domain.invitation;

import dev.rampart.domain.mail.MailStores;
import dev.rampart.domain.user.UserStores;

/** What inviting and accepting may touch, within one transaction. */
public interface InvitationStores extends MailStores, UserStores {

    Invitations invitations();
}
