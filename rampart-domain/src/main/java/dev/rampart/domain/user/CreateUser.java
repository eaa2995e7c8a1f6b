package dev.rampart.domain.user;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.password.PasswordHasher.Hashing;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes a person on behalf of somebody who administers people. */
public final class CreateUser {

    private final UnitOfWork<? extends UserAdminStores> unitOfWork;
    private final PasswordHasher hasher;
    private final InstantSource clock;
    private final Entropy entropy;

    public CreateUser(
            UnitOfWork<? extends UserAdminStores> unitOfWork,
            PasswordHasher hasher,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.hasher = hasher;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Outcome create(OrgId org, Request request) {
        if (touchesThePassword(request) && !request.by().may(Permission.USER_SET_PASSWORD)) {
            return refused(org, request, new PasswordForbidden());
        }
        Optional<PasswordInvalid> invalid = request.password().flatMap(password -> invalid(org, password));
        if (invalid.isPresent()) {
            return invalid.get();
        }
        return switch (request.password().map(hasher::hash).orElse(null)) {
            case null -> create(org, request, Optional.empty());
            case Hashing.Hashed(PasswordHash hash) -> create(org, request, Optional.of(hash));
            case Hashing.Busy() -> refused(org, request, new Busy());
        };
    }

    private Optional<PasswordInvalid> invalid(OrgId org, Secret password) {
        PasswordPolicy policy = unitOfWork.<PasswordPolicy>one(
                org, stores -> stores.settings().find().password());
        return new PasswordRules(policy).mistake(password).map(mistake -> new PasswordInvalid(mistake, policy));
    }

    private Outcome create(OrgId org, Request request, Optional<PasswordHash> hash) {
        Instant now = clock.instant();
        ManagedUser user = request.draft().apply(blank(now, entropy));
        AuditEvent created = event(request, now)
                .withTarget(target(user.user()))
                .withChanges(UserChanges.between(blank(now, entropy), user));
        return unitOfWork.call(org, stores -> {
            if (!stores.userRegister().add(user)) {
                stores.auditEvents().add(event(request, now).refusedBecause(Refusal.NAME_TAKEN));
                return new NameTaken();
            }
            hash.ifPresent(password -> stores.passwords().set(user.user().id(), password, now));
            stores.auditEvents().add(created);
            return new Created(user);
        });
    }

    private boolean touchesThePassword(Request request) {
        return request.password().isPresent()
                || request.draft().apply(blank(clock.instant(), entropy)).passwordChangeRequired();
    }

    /** Somebody of whom nothing is known yet. */
    static ManagedUser blank(Instant now, Entropy entropy) {
        User nobody = new User(
                new UserId(Uuid7.of(now, entropy)),
                Optional.empty(),
                Optional.empty(),
                false,
                Profile.EMPTY,
                true,
                now,
                now);
        return new ManagedUser(nobody, ManagedUser.NO_ATTRIBUTES, false, 1);
    }

    private Outcome refused(OrgId org, Request request, Outcome outcome) {
        Refusal why = outcome instanceof Busy ? Refusal.BUSY : Refusal.PASSWORD_FORBIDDEN;
        AuditEvent refused = event(request, clock.instant()).refusedBecause(why);
        unitOfWork.run(org, stores -> stores.auditEvents().add(refused));
        return outcome;
    }

    private AuditEvent event(Request request, Instant now) {
        return AuditEvent.of(
                AuditEventId.of(now, entropy),
                AuditEvent.Type.USER_CREATED,
                request.by().cause(),
                now);
    }

    static Target target(User user) {
        return new Target(Target.Kind.USER, user.id().toString(), Optional.of(user.displayName()));
    }

    /**
     * Whom to make, and who does.
     *
     * @param draft fills in a blank; must leave a username or an address
     */
    public record Request(UnaryOperator<ManagedUser> draft, Optional<Secret> password, Authority by) {}

    public sealed interface Outcome {}

    public record Created(ManagedUser user) implements Outcome {}

    /** Somebody else has this username or address. */
    public record NameTaken() implements Outcome {}

    /** {@code policy} is what it was held against. */
    public record PasswordInvalid(PasswordRules.Mistake mistake, PasswordPolicy policy) implements Outcome {}

    /** Whoever makes people may not set their passwords, nor demand that they choose others. */
    public record PasswordForbidden() implements Outcome {}

    /** Too many passwords are being hashed just now. */
    public record Busy() implements Outcome {}

    /** Why nobody was made. */
    enum Refusal {
        BUSY,
        NAME_TAKEN,
        PASSWORD_FORBIDDEN
    }
}
