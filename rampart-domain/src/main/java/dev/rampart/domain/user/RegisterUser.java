package dev.rampart.domain.user;

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
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a person, with a password and the roles they start with. */
public final class RegisterUser {

    private final UnitOfWork<? extends UserStores> unitOfWork;
    private final PasswordHasher hasher;
    private final InstantSource clock;
    private final Entropy entropy;

    public RegisterUser(
            UnitOfWork<? extends UserStores> unitOfWork, PasswordHasher hasher, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.hasher = hasher;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Throws {@link IllegalArgumentException} for a username with an at sign, or for neither username nor e-mail. */
    public Outcome register(OrgId org, Request request) {
        if (request.username().isEmpty() && request.email().isEmpty()) {
            throw new IllegalArgumentException("a person needs a username or an e-mail address");
        }
        return switch (hasher.hash(request.password())) {
            case Hashing.Hashed(PasswordHash hash) -> register(org, request, hash);
            case Hashing.Busy() -> new Busy();
        };
    }

    private Outcome register(OrgId org, Request request, PasswordHash hash) {
        Instant now = clock.instant();
        User user = new User(
                new UserId(Uuid7.of(now, entropy)),
                request.username(),
                request.email(),
                request.emailVerified(),
                request.profile(),
                true,
                now,
                now);
        AuditEventId event = AuditEventId.of(now, entropy);
        return unitOfWork.call(org, stores -> {
            if (!stores.users().add(user)) {
                return new NameTaken();
            }
            stores.passwords().add(user.id(), hash, now);
            RoleHolder holder = new RoleHolder(RoleHolder.Kind.USER, user.id().toString());
            request.roles().forEach(role -> stores.roles().assign(holder, role));
            stores.auditEvents().add(asEvent(event, user, request, now));
            return new Registered(user);
        });
    }

    private static AuditEvent asEvent(AuditEventId id, User user, Request request, Instant now) {
        Target target = new Target(Target.Kind.USER, user.id().toString(), Optional.of(user.displayName()));
        String roles = request.roles().stream().map(Role::toString).sorted().collect(Collectors.joining(" "));
        return AuditEvent.of(id, AuditEvent.Type.USER_CREATED, request.actor(), now)
                .withTarget(target)
                .withChanges(roles.isEmpty() ? Map.of() : Map.of("roles", Change.to(roles)));
    }

    /** Whom to make, and who does. {@code username} has no at sign. */
    public record Request(
            Optional<String> username,
            Optional<String> email,
            boolean emailVerified,
            Profile profile,
            Secret password,
            Set<Role> roles,
            Actor actor) {

        public Request {
            roles = Set.copyOf(roles);
            if (username.filter(name -> CanonicalName.of(name).isEmail()).isPresent()) {
                throw new IllegalArgumentException("a username has no at sign");
            }
        }
    }

    public sealed interface Outcome {}

    public record Registered(User user) implements Outcome {}

    /** Somebody else has this username or address. */
    public record NameTaken() implements Outcome {}

    /** Too many passwords are being hashed just now. */
    public record Busy() implements Outcome {}
}
