package dev.rampart.domain.invitation;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.Uuid7;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An invitation with the digest of its link, the mail that the link stands in, and the event that tells of it. */
record NewInvitation(Invitation invitation, Sha256 link, OutgoingMail mail, AuditEvent event) {

    static NewInvitation of(Invite.Request request, Invitations.Period period, InvitationWriter writer) {
        Instant now = period.now();
        Secret token = Secret.random(writer.entropy());
        Invitation invitation = new Invitation(
                new InvitationId(Uuid7.of(now, writer.entropy())),
                request.email(),
                request.roles(),
                request.names(),
                1,
                now,
                period.expiresAt(),
                Optional.empty());
        AuditEventId id = AuditEventId.of(now, writer.entropy());
        AuditEvent event = AuditEvent.of(
                        id, AuditEvent.Type.INVITATION_CREATED, request.by().cause(), now)
                .withTarget(target(invitation))
                .withChanges(changes(invitation));
        OutgoingMail mail = writer.write(request.host(), request.email(), token, period);
        return new NewInvitation(invitation, Sha256.of(token), mail, event);
    }

    /** Writes all of it down, or the refusal. */
    Invitations.Added writeTo(InvitationStores stores) {
        Invitations.Added added = stores.invitations().add(invitation, link);
        if (added == Invitations.Added.ADDED) {
            stores.outbox().add(mail);
            stores.auditEvents().add(event);
        } else {
            stores.auditEvents().add(event.refusedBecause(added));
        }
        return added;
    }

    static Target target(Invitation invitation) {
        return new Target(
                Target.Kind.INVITATION,
                invitation.id().toString(),
                Optional.of(invitation.email().value()));
    }

    /** Whom, as what. */
    static Map<String, Change> changes(Invitation invitation) {
        return invitation.roles().isEmpty()
                ? Map.of("expires_at", Change.to(invitation.expiresAt().toString()))
                : Map.of(
                        "expires_at", Change.to(invitation.expiresAt().toString()),
                        "roles", Change.to(words(invitation.roles())));
    }

    static String words(Collection<Role> roles) {
        return roles.stream().map(Role::toString).sorted().collect(Collectors.joining(" "));
    }
}
