package dev.rampart.domain.user;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.user.ChangeUser.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Deletes a person, brings them back, or erases them, on behalf of somebody who administers people.
 *
 * <p>Whoever is deleted is gone at once: from lists and searches, from sessions and tokens, and cannot sign in. For
 * {@link #RESTORABLE_FOR} they can be restored, and nobody else can take their username or address. Erasing takes all
 * of them, with the key that opens what the audit log says of them, and cannot be undone.
 *
 * <p>Nobody does any of it to a person who may do more than they. The last owner who can sign in stays.
 */
public final class RemoveUser {

    public static final Duration RESTORABLE_FOR = Duration.ofDays(30);

    private final UnitOfWork<? extends UserAdminStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public RemoveUser(UnitOfWork<? extends UserAdminStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Outcome delete(OrgId org, UserId id, Request request) {
        Instant now = clock.instant();
        AuditEvent event = event(id, AuditEvent.Type.USER_DELETED, request.by(), now);
        return unitOfWork.call(org, stores -> {
            Optional<ManagedUser> found = stores.userRegister().lock(id);
            return judged(stores, found, new Act(request, event), (user, told) -> {
                stores.deletedUsers().add(id, now, now.plus(RESTORABLE_FOR));
                stores.auditEvents().add(told);
                return new Deleted();
            });
        });
    }

    public Outcome restore(OrgId org, UserId id, Request request) {
        Instant now = clock.instant();
        AuditEvent event = event(id, AuditEvent.Type.USER_RESTORED, request.by(), now);
        return unitOfWork.call(org, stores -> {
            Optional<ManagedUser> found = stores.deletedUsers()
                    .lock(id)
                    .filter(deleted -> deleted.isRestorable(now))
                    .map(DeletedUser::person);
            return judged(stores, found, new Act(request, event), (user, told) -> {
                ManagedUser restored = stores.deletedUsers().restore(id, now);
                stores.auditEvents().add(told);
                return new Restored(restored);
            });
        });
    }

    /** Whether they were deleted before or not. */
    public Outcome erase(OrgId org, UserId id, Request request) {
        Instant now = clock.instant();
        AuditEvent event = event(id, AuditEvent.Type.USER_ERASED, request.by(), now);
        return unitOfWork.call(org, stores -> {
            Optional<ManagedUser> found = stores.userRegister()
                    .lock(id)
                    .or(() -> stores.deletedUsers().lock(id).map(DeletedUser::person));
            return judged(stores, found, new Act(request, event), (user, _) -> {
                stores.userRegister().remove(id);
                stores.auditEvents().add(event); // By the id alone: what else was known of them is gone.
                return new Erased();
            });
        });
    }

    private static Outcome judged(
            UserAdminStores stores,
            Optional<ManagedUser> found,
            Act act,
            BiFunction<? super User, ? super AuditEvent, ? extends Outcome> effect) {
        if (found.isEmpty()) {
            return new Unknown();
        }
        User user = found.get().user();
        Request request = act.request();
        if (!request.expected().admits(found.get().version())) {
            return new Stale(found.get().version());
        }
        Optional<Refusal> refusal = ChangeUser.overpowered(stores, user.id(), request.by())
                .or(() -> user.enabled() ? ChangeUser.lastOwner(stores, user.id()) : Optional.empty());
        if (refusal.isPresent()) {
            stores.auditEvents().add(act.event().refusedBecause(refusal.get()));
            return new Forbidden(refusal.get());
        }
        return effect.apply(user, act.event().withTarget(CreateUser.target(user)));
    }

    private AuditEvent event(UserId id, AuditEvent.Type type, Authority by, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), type, by.cause(), now)
                .withTarget(Target.of(Target.Kind.USER, id.toString()));
    }

    /** Who wants it, and which version they believe the person to have. */
    public record Request(Authority by, Expected expected) {}

    private record Act(Request request, AuditEvent event) {}

    public sealed interface Outcome {}

    public record Deleted() implements Outcome {}

    public record Restored(ManagedUser user) implements Outcome {}

    public record Erased() implements Outcome {}

    /** There is no such person, or it is too late to restore them. */
    public record Unknown() implements Outcome {}

    /** They have been changed since the caller read them. */
    public record Stale(long version) implements Outcome {}

    public record Forbidden(Refusal why) implements Outcome {}
}
