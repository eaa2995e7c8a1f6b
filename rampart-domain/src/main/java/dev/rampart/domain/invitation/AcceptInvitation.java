package dev.rampart.domain.invitation;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.password.PasswordHasher.Hashing;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import dev.rampart.domain.user.Profile;
import dev.rampart.domain.user.StandardClaim;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a person of whoever has the link of an invitation.
 *
 * <p>Two units of work with the hash between them, so that no connection is held while it is computed, and nothing is
 * computed for a link that does not work: look | hash | decide and write.
 */
public final class AcceptInvitation {

    private final UnitOfWork<? extends InvitationStores> unitOfWork;
    private final PasswordHasher hasher;
    private final InstantSource clock;
    private final Entropy entropy;

    public AcceptInvitation(
            UnitOfWork<? extends InvitationStores> unitOfWork,
            PasswordHasher hasher,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.hasher = hasher;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** The invitation is used up if, and only if, the person is made. */
    public Outcome accept(OrgId org, Request request) {
        Optional<ShowInvitation.Shown> found = ShowInvitation.look(unitOfWork, org, request.link());
        if (found.isEmpty()) {
            return refused(org, request, new Gone(), Refusal.LINK_UNKNOWN);
        }
        Invitation invitation = found.get().invitation();
        PasswordPolicy policy = found.get().policy();
        Optional<Refusal> gone = gone(invitation.state(clock.instant()));
        if (gone.isPresent()) {
            return refused(org, request, new Gone(), gone.get());
        }
        Set<InvitationMistake> mistakes = InvitationMistake.in(request, policy);
        if (!mistakes.isEmpty()) {
            return refused(org, request, new Mistaken(found.get(), mistakes), Refusal.MISTAKEN);
        }
        return switch (hasher.hash(request.password())) {
            case Hashing.Hashed(PasswordHash hash) -> accept(org, request, invitation, hash);
            case Hashing.Busy() -> refused(org, request, new Busy(found.get()), Refusal.BUSY);
        };
    }

    private Outcome accept(OrgId org, Request request, Invitation seen, PasswordHash hash) {
        Instant now = clock.instant();
        User user = user(request, seen, now);
        Sha256 link = Sha256.of(request.link());
        AuditEvent created = event(AuditEvent.Type.USER_CREATED, request, now).withTarget(target(user));
        AuditEvent accepted = event(AuditEvent.Type.INVITATION_ACCEPTED, request, now);
        return unitOfWork.call(org, stores -> {
            Optional<Invitation> won = stores.invitations().accept(link, user.id(), now);
            if (won.isEmpty()) {
                stores.auditEvents().add(accepted.refusedBecause(Refusal.LINK_USED));
                return new Gone();
            }
            Invitation invitation = won.get();
            if (!stores.users().add(user)) {
                stores.invitations().giveBack(invitation.id());
                stores.auditEvents().add(accepted.refusedBecause(Refusal.EMAIL_TAKEN));
                return new Needless();
            }
            stores.passwords().add(user.id(), hash, now);
            RoleHolder holder = new RoleHolder(RoleHolder.Kind.USER, user.id().toString());
            invitation.roles().forEach(role -> stores.roles().assign(holder, role));
            stores.auditEvents().add(created.withChanges(rolesOf(invitation)));
            stores.auditEvents()
                    .add(accepted.by(Actor.user(user.id().toString(), user.displayName()))
                            .withTarget(NewInvitation.target(invitation)));
            return new Accepted(user);
        });
    }

    private static Map<String, Change> rolesOf(Invitation invitation) {
        return invitation.roles().isEmpty()
                ? Map.of()
                : Map.of("roles", Change.to(NewInvitation.words(invitation.roles())));
    }

    /** The link came to the address, so that it is verified. */
    private User user(Request request, Invitation invitation, Instant now) {
        Map<StandardClaim, String> claims = new EnumMap<>(StandardClaim.class);
        invitation.names().given().ifPresent(name -> claims.put(StandardClaim.GIVEN_NAME, name));
        invitation.names().family().ifPresent(name -> claims.put(StandardClaim.FAMILY_NAME, name));
        invitation.names().locale().ifPresent(locale -> claims.put(StandardClaim.LOCALE, locale));
        request.name()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> claims.put(StandardClaim.NAME, name));
        return new User(
                new UserId(Uuid7.of(now, entropy)),
                Optional.empty(),
                Optional.of(invitation.email().value()),
                true,
                new Profile(claims, Map.of(), false),
                true,
                now,
                now);
    }

    private Outcome refused(OrgId org, Request request, Outcome outcome, Refusal why) {
        AuditEvent failed = event(AuditEvent.Type.INVITATION_ACCEPTED, request, clock.instant())
                .refusedBecause(why);
        unitOfWork.run(org, stores -> stores.auditEvents().add(failed));
        return outcome;
    }

    private AuditEvent event(AuditEvent.Type type, Request request, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), type, Actor.ANONYMOUS, now)
                .withOrigin(request.origin());
    }

    private static Target target(User user) {
        return new Target(Target.Kind.USER, user.id().toString(), Optional.of(user.displayName()));
    }

    private static Optional<Refusal> gone(Invitation.State state) {
        return switch (state) {
            case PENDING -> Optional.empty();
            case ACCEPTED -> Optional.of(Refusal.LINK_USED);
            case REVOKED -> Optional.of(Refusal.LINK_REVOKED);
            case EXPIRED -> Optional.of(Refusal.LINK_EXPIRED);
        };
    }

    /** What somebody sends from the page of an invitation. */
    public record Request(Secret link, Optional<String> name, Secret password, RequestOrigin origin) {}

    public sealed interface Outcome {}

    public record Accepted(User user) implements Outcome {}

    /** What was typed cannot be taken; the link still works. */
    public record Mistaken(ShowInvitation.Shown shown, Set<InvitationMistake> mistakes) implements Outcome {

        public Mistaken {
            mistakes = Set.copyOf(mistakes);
        }
    }

    /** The link does not work: it was used, taken back, has expired, or there is none. */
    public record Gone() implements Outcome {}

    /** There is a person of that address by now: they can sign in. */
    public record Needless() implements Outcome {}

    /** Too many passwords are being hashed just now; the link still works. */
    public record Busy(ShowInvitation.Shown shown) implements Outcome {}

    /** Why nobody was made a person. For the audit log. */
    public enum Refusal {
        BUSY,
        EMAIL_TAKEN,
        LINK_EXPIRED,
        LINK_REVOKED,
        LINK_UNKNOWN,
        LINK_USED,
        MISTAKEN
    }
}
