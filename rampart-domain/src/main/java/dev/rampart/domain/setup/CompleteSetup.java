package dev.rampart.domain.setup;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.password.PasswordHasher.Hashing;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.setup.SetupLinks.Standing;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the first administrator, for whoever has the link.
 *
 * <p>Two units of work with the hash between them, so that no connection is held while it is computed, and nothing is
 * computed for a link that does not work: look | hash | decide and write.
 */
public final class CompleteSetup {

    private static final List<Role> ROLES = List.of(Role.INSTANCE_ADMIN, Role.OWNER);

    private final UnitOfWork<? extends SetupStores> unitOfWork;
    private final PasswordHasher hasher;
    private final InstantSource clock;
    private final Entropy entropy;

    public CompleteSetup(
            UnitOfWork<? extends SetupStores> unitOfWork, PasswordHasher hasher, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.hasher = hasher;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** The link is used up if, and only if, the administrator is made. */
    public Outcome complete(OrgId org, Request request) {
        Instant now = clock.instant();
        Looked looked = unitOfWork.<Looked>call(
                org,
                stores -> new Looked(
                        stores.setupLinks().look(Sha256.of(request.link()), now),
                        stores.settings().find().password()));
        if (looked.standing() != Standing.OPEN) {
            return refused(org, request, new Gone(), gone(looked.standing()));
        }
        Set<SetupMistake> mistakes = SetupMistake.in(request, looked.policy());
        if (!mistakes.isEmpty()) {
            return refused(org, request, new Mistaken(mistakes, looked.policy()), Refusal.MISTAKEN);
        }
        return switch (hasher.hash(request.password())) {
            case Hashing.Hashed(PasswordHash hash) -> complete(org, request, hash, looked.policy());
            case Hashing.Busy() -> refused(org, request, new Busy(looked.policy()), Refusal.BUSY);
        };
    }

    private Outcome complete(OrgId org, Request request, PasswordHash hash, PasswordPolicy policy) {
        Instant now = clock.instant();
        User user = user(request, now);
        AuditEvent created = event(AuditEvent.Type.USER_CREATED, request, now).withTarget(target(user));
        AuditEvent completed =
                event(AuditEvent.Type.SETUP_COMPLETED, request, now).withTarget(target(user));
        Sha256 link = Sha256.of(request.link());
        return unitOfWork.call(org, stores -> {
            Standing standing = stores.setupLinks().use(link, now);
            if (standing != Standing.OPEN) {
                stores.auditEvents().add(failed(request, now, gone(standing)));
                return new Gone();
            }
            if (!stores.users().add(user)) {
                stores.setupLinks().giveBack(link);
                stores.auditEvents().add(failed(request, now, Refusal.EMAIL_TAKEN));
                return new Mistaken(Set.of(SetupMistake.EMAIL_TAKEN), policy);
            }
            stores.passwords().add(user.id(), hash, now);
            RoleHolder holder = new RoleHolder(RoleHolder.Kind.USER, user.id().toString());
            ROLES.forEach(role -> stores.roles().assign(holder, role));
            stores.auditEvents().add(created.withChanges(Map.of("roles", Change.to("instance-admin owner"))));
            stores.auditEvents().add(completed);
            return new Completed(user.id());
        });
    }

    private User user(Request request, Instant now) {
        Profile profile = request.name()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new Profile(Map.of(StandardClaim.NAME, name), Map.of(), false))
                .orElse(Profile.EMPTY);
        return new User(
                new UserId(Uuid7.of(now, entropy)),
                Optional.empty(),
                Optional.of(request.email().strip()),
                false,
                profile,
                true,
                now,
                now);
    }

    private Outcome refused(OrgId org, Request request, Outcome outcome, Refusal why) {
        AuditEvent failed = failed(request, clock.instant(), why);
        unitOfWork.run(org, stores -> stores.auditEvents().add(failed));
        return outcome;
    }

    private AuditEvent failed(Request request, Instant now, Refusal why) {
        return event(AuditEvent.Type.SETUP_COMPLETED, request, now).refusedBecause(why);
    }

    private AuditEvent event(AuditEvent.Type type, Request request, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), type, Actor.ANONYMOUS, now)
                .withOrigin(request.origin());
    }

    private static Target target(User user) {
        return new Target(Target.Kind.USER, user.id().toString(), Optional.of(user.displayName()));
    }

    private static Refusal gone(Standing standing) {
        return switch (standing) {
            case NEEDLESS -> Refusal.LINK_NEEDLESS;
            case EXPIRED -> Refusal.LINK_EXPIRED;
            case USED -> Refusal.LINK_USED;
            case UNKNOWN -> Refusal.LINK_UNKNOWN;
            case OPEN -> throw new IllegalArgumentException("an open link is no reason to refuse");
        };
    }

    private record Looked(Standing standing, PasswordPolicy policy) {}

    /** What somebody sends from the set-up page. */
    public record Request(Secret link, String email, Optional<String> name, Secret password, RequestOrigin origin) {}

    public sealed interface Outcome {}

    public record Completed(UserId user) implements Outcome {}

    /** What was typed cannot be taken; the link still works. */
    public record Mistaken(Set<SetupMistake> mistakes, PasswordPolicy policy) implements Outcome {

        public Mistaken {
            mistakes = Set.copyOf(mistakes);
        }
    }

    /** The link does not work: it was used, has expired, there is an administrator, or there is no such link. */
    public record Gone() implements Outcome {}

    /** Too many passwords are being hashed just now; the link still works. */
    public record Busy(PasswordPolicy policy) implements Outcome {}

    /** Why nobody was made an administrator. For the audit log. */
    public enum Refusal {
        BUSY,
        EMAIL_TAKEN,
        LINK_EXPIRED,
        LINK_NEEDLESS,
        LINK_UNKNOWN,
        LINK_USED,
        MISTAKEN
    }
}
