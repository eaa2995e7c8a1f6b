package dev.rampart.domain.invitation;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.mail.DeliverMail;
import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Wakeup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Looks at invitations, sends them again, and takes them back. */
public final class AdministerInvitations {

    private final UnitOfWork<? extends InvitationStores> unitOfWork;
    private final InvitationWriter writer;
    private final Wakeup wakeup;
    private final InstantSource clock;

    public AdministerInvitations(
            UnitOfWork<? extends InvitationStores> unitOfWork,
            InvitationWriter writer,
            Wakeup wakeup,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
        this.wakeup = wakeup;
        this.clock = clock;
    }

    public Page<Invitation> page(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.invitations().page(request));
    }

    public Optional<Invitation> find(OrgId org, InvitationId id) {
        return unitOfWork.one(org, stores -> stores.invitations().find(id));
    }

    /** Takes a pending one back. */
    public Outcome revoke(OrgId org, InvitationId id, Authority by) {
        Instant now = clock.instant();
        AuditEvent event = event(AuditEvent.Type.INVITATION_REVOKED, by, now);
        return unitOfWork.call(org, stores -> {
            Optional<Invitation> revoked = stores.invitations().revoke(id, now);
            revoked.ifPresent(
                    invitation -> stores.auditEvents().add(event.withTarget(NewInvitation.target(invitation))));
            return revoked.<Outcome>map(Done::new).orElseGet(() -> otherwise(stores, id, event));
        });
    }

    /**
     * Sends a new link, good for another week, and the old one works no more. Takes the rights that the invitation
     * gives.
     */
    public Outcome resend(OrgId org, InvitationId id, InvitationWriter.Host host, Authority by) {
        Instant now = clock.instant();
        Secret token = Secret.random(writer.entropy());
        Invitations.Period period = new Invitations.Period(now, now.plus(Invite.LIFETIME));
        AuditEvent event = event(AuditEvent.Type.INVITATION_RESENT, by, now);
        Optional<Invitation> known = find(org, id);
        if (known.isEmpty()) {
            return new Unknown();
        }
        if (!mayGive(by, known.get())) {
            AuditEvent refused =
                    event.withTarget(NewInvitation.target(known.get())).refusedBecause(Refusal.MAY_DO_MORE);
            unitOfWork.run(org, stores -> stores.auditEvents().add(refused));
            return new Forbidden();
        }
        OutgoingMail mail = writer.write(host, known.get().email(), token, period);
        Outcome outcome = unitOfWork.call(org, stores -> {
            Optional<Invitation> renewed = stores.invitations().renew(id, Sha256.of(token), period);
            renewed.ifPresent(invitation -> {
                stores.outbox().add(mail);
                stores.auditEvents().add(event.withTarget(NewInvitation.target(invitation)));
            });
            return renewed.<Outcome>map(Done::new).orElseGet(() -> otherwise(stores, id, event));
        });
        wakeup.wake(DeliverMail.NAME);
        return outcome;
    }

    private static boolean mayGive(Authority by, Invitation invitation) {
        return invitation.roles().isEmpty() || (by.may(Permission.ROLE_ASSIGN) && by.covers(invitation.roles()));
    }

    private static Outcome otherwise(InvitationStores stores, InvitationId id, AuditEvent event) {
        Optional<Invitation> known = stores.invitations().find(id);
        if (known.isEmpty()) {
            return new Unknown();
        }
        stores.auditEvents()
                .add(event.withTarget(NewInvitation.target(known.get())).refusedBecause(Refusal.NOT_PENDING));
        return new NotPending();
    }

    private AuditEvent event(AuditEvent.Type type, Authority by, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, writer.entropy()), type, by.cause(), now);
    }

    public sealed interface Outcome {}

    public record Done(Invitation invitation) implements Outcome {}

    public record Unknown() implements Outcome {}

    /** It was accepted, taken back or has expired. */
    public record NotPending() implements Outcome {}

    /** It gives more than the caller may do. */
    public record Forbidden() implements Outcome {}

    /** Why nothing was done. */
    enum Refusal {
        MAY_DO_MORE,
        NOT_PENDING
    }
}
