package dev.rampart.domain.user;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives a person or a service account a role, or takes it away.
 *
 * <p>Nobody gives or takes what they do not hold themselves, and the last owner who can sign in stays one, also when
 * two of them are taken away at once.
 */
public final class AssignRole {

    private final UnitOfWork<? extends UserAdminStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public AssignRole(UnitOfWork<? extends UserAdminStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** The roles somebody holds; nothing if there is nobody of that name. */
    public Optional<Set<Role>> roles(OrgId org, RoleHolder holder) {
        return unitOfWork.call(
                org,
                stores -> exists(stores, holder) ? Optional.of(stores.roles().of(holder)) : Optional.empty());
    }

    public Outcome assign(OrgId org, Request request) {
        AuditEvent event = event(AuditEvent.Type.ROLE_ASSIGNED, request);
        return unitOfWork.call(org, stores -> {
            if (!exists(stores, request.holder())) {
                return Outcome.UNKNOWN;
            }
            Outcome objection = objection(request);
            if (objection != Outcome.DONE) {
                stores.auditEvents().add(event.refusedBecause(objection));
                return objection;
            }
            if (!stores.roles().of(request.holder()).contains(request.role())) {
                stores.roles().assign(request.holder(), request.role());
                stores.auditEvents().add(event);
            }
            return Outcome.DONE;
        });
    }

    public Outcome withdraw(OrgId org, Request request) {
        AuditEvent event = event(AuditEvent.Type.ROLE_WITHDRAWN, request);
        return unitOfWork.call(org, stores -> {
            if (!exists(stores, request.holder())
                    || !stores.roles().of(request.holder()).contains(request.role())) {
                return Outcome.UNKNOWN;
            }
            Outcome objection = objection(request);
            if (objection == Outcome.DONE && isLastOwner(stores, request)) {
                objection = Outcome.LAST_OWNER;
            }
            if (objection != Outcome.DONE) {
                stores.auditEvents().add(event.refusedBecause(objection));
                return objection;
            }
            stores.roles().withdraw(request.holder(), request.role());
            stores.auditEvents().add(event);
            return Outcome.DONE;
        });
    }

    private static boolean exists(UserAdminStores stores, RoleHolder holder) {
        return switch (holder.kind()) {
            case USER ->
                stores.userRegister()
                        .lock(new UserId(UUID.fromString(holder.id())))
                        .isPresent();
            case CLIENT -> stores.userRegister().isServiceAccount(holder.id());
        };
    }

    private static Outcome objection(Request request) {
        if (request.role() == Role.INSTANCE_ADMIN && !request.organization().equals(OrgSlug.DEFAULT)) {
            return Outcome.DEFAULT_ORGANIZATION_ONLY;
        }
        return request.by().covers(Set.of(request.role())) ? Outcome.DONE : Outcome.MAY_DO_MORE;
    }

    /** A second look behind the lock: somebody else may have taken theirs away while this one waited. */
    private static boolean isLastOwner(UserAdminStores stores, Request request) {
        return request.role() == Role.OWNER
                && request.holder().kind() == RoleHolder.Kind.USER
                && stores.roles().countPeople(Role.OWNER) <= 1;
    }

    private AuditEvent event(AuditEvent.Type type, Request request) {
        Instant now = clock.instant();
        Target.Kind kind = switch (request.holder().kind()) {
            case USER -> Target.Kind.USER;
            case CLIENT -> Target.Kind.CLIENT;
        };
        return AuditEvent.of(AuditEventId.of(now, entropy), type, request.by().cause(), now)
                .withTarget(Target.of(kind, request.holder().id()))
                .withChanges(Map.of("role", Change.to(request.role().toString())));
    }

    /** Whose role, which, in the organization of that slug, and who wants it. */
    public record Request(RoleHolder holder, Role role, OrgSlug organization, Authority by) {}

    /** What came of it; all but {@code DONE} and {@code UNKNOWN} stand in the audit log as reasons. */
    public enum Outcome {
        DONE,
        /** There is nobody of that name, or they do not hold it. */
        UNKNOWN,
        DEFAULT_ORGANIZATION_ONLY,
        LAST_OWNER,
        /** The role may do what the caller may not. */
        MAY_DO_MORE
    }
}
