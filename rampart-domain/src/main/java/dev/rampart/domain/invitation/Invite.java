package dev.rampart.domain.invitation;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.invitation.Invitation.Names;
import dev.rampart.domain.mail.DeliverMail;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Wakeup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Asks somebody to join, by mail. Nobody gives with it what they do not hold. */
public final class Invite {

    /** How long a link works, unless told otherwise. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    /** At most. */
    public static final Duration LIFETIME_MAX = Duration.ofDays(30);

    private final UnitOfWork<? extends InvitationStores> unitOfWork;
    private final InvitationWriter writer;
    private final Wakeup wakeup;
    private final InstantSource clock;

    public Invite(
            UnitOfWork<? extends InvitationStores> unitOfWork,
            InvitationWriter writer,
            Wakeup wakeup,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
        this.wakeup = wakeup;
        this.clock = clock;
    }

    public Outcome invite(OrgId org, Request request) {
        Instant now = clock.instant();
        Instant expiresAt = request.expiresAt().orElse(now.plus(LIFETIME));
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LIFETIME_MAX))) {
            return new PeriodInvalid();
        }
        NewInvitation made = NewInvitation.of(request, new Invitations.Period(now, expiresAt), writer);
        Optional<Refusal> refusal = objection(request);
        if (refusal.isPresent()) {
            AuditEvent refused = made.event().refusedBecause(refusal.get());
            unitOfWork.run(org, stores -> stores.auditEvents().add(refused));
            return new Forbidden(refusal.get());
        }
        Invitations.Added added = unitOfWork.call(org, made::writeTo);
        return switch (added) {
            case ADDED -> {
                wakeup.wake(DeliverMail.NAME);
                yield new Invited(made.invitation());
            }
            case ADDRESS_TAKEN -> new AddressTaken();
            case PENDING_ALREADY -> new PendingAlready();
        };
    }

    private static Optional<Refusal> objection(Request request) {
        if (request.roles().contains(Role.INSTANCE_ADMIN)
                && !request.organization().equals(OrgSlug.DEFAULT)) {
            return Optional.of(Refusal.DEFAULT_ORGANIZATION_ONLY);
        }
        if (!request.roles().isEmpty() && !request.by().may(Permission.ROLE_ASSIGN)) {
            return Optional.of(Refusal.MAY_ASSIGN_NO_ROLE);
        }
        return request.by().covers(request.roles()) ? Optional.empty() : Optional.of(Refusal.MAY_DO_MORE);
    }

    /**
     * Whom to invite as what, and who does.
     *
     * @param expiresAt a week from now unless told otherwise
     * @param organization which one, by its slug
     */
    public record Request(
            MailAddress email,
            Set<Role> roles,
            Names names,
            Optional<Instant> expiresAt,
            OrgSlug organization,
            InvitationWriter.Host host,
            Authority by) {

        public Request {
            roles = Set.copyOf(roles);
        }
    }

    public sealed interface Outcome {}

    public record Invited(Invitation invitation) implements Outcome {}

    /** Somebody has this address already. */
    public record AddressTaken() implements Outcome {}

    /** The address has an invitation already: it can be sent again. */
    public record PendingAlready() implements Outcome {}

    /** The invitation would be over already, or too long. */
    public record PeriodInvalid() implements Outcome {}

    public record Forbidden(Refusal why) implements Outcome {}

    /** Why somebody may not invite like that. */
    public enum Refusal {
        DEFAULT_ORGANIZATION_ONLY,
        MAY_ASSIGN_NO_ROLE,
        /** A role may do what the caller may not. */
        MAY_DO_MORE
    }
}
