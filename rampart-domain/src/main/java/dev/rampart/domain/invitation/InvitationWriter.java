package dev.rampart.domain.invitation;

import dev.rampart.domain.mail.Letter;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.mail.MailWriter;
import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;

/** Writes the mail of an invitation, with its link in it. */
public record InvitationWriter(MailWriter writer, Entropy entropy) {

    /** Who invites: the organization by its name, and where it is found. */
    public record Host(String name, Issuer issuer) {}

    OutgoingMail write(Host host, MailAddress to, Secret token, Invitations.Period period) {
        Secret link = Secret.of(host.issuer().at("/invitation") + "?token=" + token.reveal());
        Letter letter = new Letter.Invitation(host.name(), link, period.expiresAt());
        return OutgoingMail.of(writer.write(letter, to), period.now(), entropy);
    }
}
