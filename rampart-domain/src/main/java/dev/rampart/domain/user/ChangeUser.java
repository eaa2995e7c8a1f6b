package dev.rampart.domain.user;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.password.PasswordHasher.Hashing;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes a person on behalf of somebody who administers people.
 *
 * <p>Whoever changes how somebody signs in could sign in as them, so nobody does it to a person who may do more than
 * they. The last owner who can sign in stays.
 */
public final class ChangeUser {

    private final UnitOfWork<? extends UserAdminStores> unitOfWork;
    private final PasswordHasher hasher;
    private final InstantSource clock;
    private final Entropy entropy;

    public ChangeUser(
            UnitOfWork<? extends UserAdminStores> unitOfWork,
            PasswordHasher hasher,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.hasher = hasher;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Outcome change(OrgId org, UserId id, Request request) {
        if (request.password().isPresent() && !request.by().may(Permission.USER_SET_PASSWORD)) {
            return refused(org, id, request, new Forbidden(Refusal.PASSWORD_FORBIDDEN));
        }
        Optional<PasswordInvalid> invalid = request.password().flatMap(password -> invalid(org, password));
        if (invalid.isPresent()) {
            return invalid.get();
        }
        return switch (request.password().map(hasher::hash).orElse(null)) {
            case null -> change(org, id, new Hashed(request, Optional.empty()));
            case Hashing.Hashed(PasswordHash hash) -> change(org, id, new Hashed(request, Optional.of(hash)));
            case Hashing.Busy() -> new Busy();
        };
    }

    private Optional<PasswordInvalid> invalid(OrgId org, Secret password) {
        PasswordPolicy policy = unitOfWork.<PasswordPolicy>one(
                org, stores -> stores.settings().find().password());
        return new PasswordRules(policy).mistake(password).map(mistake -> new PasswordInvalid(mistake, policy));
    }

    private Outcome change(OrgId org, UserId id, Hashed hashed) {
        Instant now = clock.instant();
        Request request = hashed.request();
        AuditEvent event = event(id, AuditEvent.Type.USER_UPDATED, request.by(), now);
        return unitOfWork.call(org, stores -> {
            Optional<ManagedUser> found = stores.userRegister().lock(id);
            if (found.isEmpty()) {
                return new Unknown();
            }
            ManagedUser before = found.get();
            if (!request.expected().admits(before.version())) {
                return new Stale(before.version());
            }
            ManagedUser after = stamped(request.edit().apply(before), before, now);
            Optional<Refusal> refusal = objection(stores, before, after, hashed);
            if (refusal.isPresent()) {
                stores.auditEvents().add(event.refusedBecause(refusal.get()));
                return new Forbidden(refusal.get());
            }
            if (!stores.userRegister().replace(after)) {
                stores.auditEvents().add(event.refusedBecause(Refusal.NAME_TAKEN));
                return new NameTaken();
            }
            hashed.hash().ifPresent(hash -> stores.passwords().set(id, hash, now));
            if (endsSessions(before, after, hashed)) {
                stores.userRegister().endSessions(id, now);
            }
            stores.auditEvents().add(event.withChanges(changes(before, after, hashed)));
            return new Changed(after);
        });
    }

    /**
     * Whoever is disabled signs in anew if they are enabled again, so that applications can be told that they are out.
     */
    private static boolean endsSessions(ManagedUser before, ManagedUser after, Hashed hashed) {
        return hashed.hash().isPresent()
                || (after.passwordChangeRequired() && !before.passwordChangeRequired())
                || !after.user().enabled();
    }

    private static ManagedUser stamped(ManagedUser edited, ManagedUser before, Instant now) {
        User user = edited.user();
        boolean sameAddress = user.email().equals(before.user().email());
        User stamped = new User(
                user.id(),
                user.username(),
                user.email(),
                user.emailVerified() && (sameAddress || !before.user().emailVerified()),
                user.profile(),
                user.enabled(),
                user.createdAt(),
                now);
        return new ManagedUser(stamped, edited.attributes(), edited.passwordChangeRequired(), before.version() + 1);
    }

    private static Optional<Refusal> objection(
            UserAdminStores stores, ManagedUser before, ManagedUser after, Hashed hashed) {
        if (after.user().username().isEmpty() && after.user().email().isEmpty()) {
            return Optional.of(Refusal.NO_NAME_LEFT);
        }
        UserId id = before.user().id();
        boolean demandChanged = before.passwordChangeRequired() != after.passwordChangeRequired();
        if (demandChanged && !hashed.request().by().may(Permission.USER_SET_PASSWORD)) {
            return Optional.of(Refusal.PASSWORD_FORBIDDEN);
        }
        boolean waysIn = hashed.hash().isPresent()
                || demandChanged
                || !before.user().email().equals(after.user().email())
                || !before.user().username().equals(after.user().username())
                || before.user().enabled() != after.user().enabled();
        Optional<Refusal> refusal =
                waysIn ? overpowered(stores, id, hashed.request().by()) : Optional.empty();
        boolean disabled = before.user().enabled() && !after.user().enabled();
        return refusal.or(() -> disabled ? lastOwner(stores, id) : Optional.empty());
    }

    static Optional<Refusal> overpowered(UserAdminStores stores, UserId id, Authority by) {
        return by.covers(stores.roles().of(holder(id))) ? Optional.empty() : Optional.of(Refusal.MAY_DO_MORE);
    }

    static Optional<Refusal> lastOwner(UserAdminStores stores, UserId id) {
        stores.roleHolders().holdOwners();
        return stores.roleHolders().keepsAnOwner(new Loss.Holder(holder(id)))
                ? Optional.empty()
                : Optional.of(Refusal.LAST_OWNER);
    }

    private static RoleHolder holder(UserId id) {
        return new RoleHolder(RoleHolder.Kind.USER, id.toString());
    }

    private static Map<String, Change> changes(ManagedUser before, ManagedUser after, Hashed hashed) {
        Map<String, Change> changes = new HashMap<>(UserChanges.between(before, after));
        hashed.hash().ifPresent(_ -> changes.put("password", Change.to("(changed)")));
        return changes;
    }

    private Outcome refused(OrgId org, UserId id, Request request, Forbidden outcome) {
        AuditEvent event = event(id, AuditEvent.Type.USER_UPDATED, request.by(), clock.instant());
        unitOfWork.run(org, stores -> stores.auditEvents().add(event.refusedBecause(outcome.why())));
        return outcome;
    }

    private AuditEvent event(UserId id, AuditEvent.Type type, Authority by, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), type, by.cause(), now)
                .withTarget(Target.of(Target.Kind.USER, id.toString()));
    }

    /**
     * What to change, and who does.
     *
     * @param edit makes the new person of the old one; may be called more than once
     */
    public record Request(
            UnaryOperator<ManagedUser> edit, Optional<Secret> password, Expected expected, Authority by) {}

    private record Hashed(Request request, Optional<PasswordHash> hash) {}

    public sealed interface Outcome {}

    public record Changed(ManagedUser user) implements Outcome {}

    public record Unknown() implements Outcome {}

    /** They have been changed since the caller read them. */
    public record Stale(long version) implements Outcome {}

    /** Somebody else has this username or address. */
    public record NameTaken() implements Outcome {}

    /** {@code policy} is what it was held against. */
    public record PasswordInvalid(PasswordRules.Mistake mistake, PasswordPolicy policy) implements Outcome {}

    public record Forbidden(Refusal why) implements Outcome {}

    /** Too many passwords are being hashed just now. */
    public record Busy() implements Outcome {}

    /** Why a person stayed as they were. */
    public enum Refusal {
        /** Nobody would be left to own the organization. */
        LAST_OWNER,
        /** Neither a username nor an address would be left to sign in with. */
        NO_NAME_LEFT,
        /** The person holds permissions that the caller does not. */
        MAY_DO_MORE,
        NAME_TAKEN,
        PASSWORD_FORBIDDEN
    }
}
