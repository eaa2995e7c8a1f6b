package dev.rampart.domain.invitation;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.invitation.Invitation.Names;
import dev.rampart.domain.mail.DeliverMail;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.organization.CreateOrganization;
import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.NewOrganization;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Wakeup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Makes an organization and invites whoever is to own it: both, or neither. */
public final class FoundOrganization {

    private final UnitOfWork<? extends FoundingStores> unitOfWork;
    private final CreateOrganization create;
    private final InvitationWriter writer;
    private final Wakeup wakeup;
    private final InstantSource clock;

    public FoundOrganization(
            UnitOfWork<? extends FoundingStores> unitOfWork,
            CreateOrganization create,
            InvitationWriter writer,
            Wakeup wakeup,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.create = create;
        this.writer = writer;
        this.wakeup = wakeup;
        this.clock = clock;
    }

    /** {@code own} is the organization of the caller, whose audit log tells of a refusal. */
    public Outcome found(OrgId own, Request request) {
        if (!request.by().may(Permission.ROLE_ASSIGN) || !request.by().covers(Set.of(Role.OWNER))) {
            AuditEvent refused = refused(request.by());
            unitOfWork.run(own, stores -> stores.auditEvents().add(refused));
            return new Forbidden();
        }
        NewOrganization made =
                create.prepare(request.slug(), request.name(), request.by().cause());
        NewInvitation invitation = invitation(request, made);
        CreateOrganization.Outcome outcome = unitOfWork.call(made.organization().id(), stores -> {
            CreateOrganization.Outcome written = made.writeTo(stores);
            if (written instanceof CreateOrganization.Created) {
                invitation.writeTo(stores);
            }
            return written;
        });
        return switch (outcome) {
            case CreateOrganization.Created(Organization organization) -> {
                wakeup.wake(DeliverMail.NAME);
                yield new Founded(organization);
            }
            case CreateOrganization.SlugTaken() -> new SlugTaken();
        };
    }

    private NewInvitation invitation(Request request, NewOrganization made) {
        Instant now = made.now();
        Invite.Request owner = new Invite.Request(
                request.owner(),
                Set.of(Role.OWNER),
                Names.UNKNOWN,
                Optional.empty(),
                request.slug(),
                new InvitationWriter.Host(request.name(), request.root().of(request.slug())),
                request.by());
        return NewInvitation.of(owner, new Invitations.Period(now, now.plus(Invite.LIFETIME)), writer);
    }

    private AuditEvent refused(Authority by) {
        Instant now = clock.instant();
        return AuditEvent.of(
                        AuditEventId.of(now, writer.entropy()), AuditEvent.Type.ORGANIZATION_CREATED, by.cause(), now)
                .refusedBecause(Invite.Refusal.MAY_DO_MORE);
    }

    /** What to make, who is to own it, and who asks. {@code root} is the server's own issuer. */
    public record Request(OrgSlug slug, String name, MailAddress owner, Issuer root, Authority by) {}

    public sealed interface Outcome {}

    public record Founded(Organization organization) implements Outcome {}

    public record SlugTaken() implements Outcome {}

    /** An owner may do what the caller may not. */
    public record Forbidden() implements Outcome {}
}
