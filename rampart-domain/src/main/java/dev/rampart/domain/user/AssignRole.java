package dev.rampart.domain.user;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleAdminStores;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a person, a service account or the members of a group a role, or takes it away.
 *
 * <p>Nobody gives or takes what they do not hold themselves, and the last owner who can sign in stays one, also when
 * two of them are taken away at once.
 */
public final class AssignRole {

    private final UnitOfWork<? extends RoleAdminStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public AssignRole(UnitOfWork<? extends RoleAdminStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Outcome assign(OrgId org, Request request) {
        AuditEvent event = event(AuditEvent.Type.ROLE_ASSIGNED, request);
        return unitOfWork.call(org, stores -> {
            if (!stores.roleHolders().lock(request.holder())) {
                return Outcome.UNKNOWN;
            }
            Optional<Rights> rights = rights(stores, request.role());
            if (rights.isEmpty()) {
                return Outcome.UNKNOWN;
            }
            Outcome objection = objection(request, rights.get());
            if (objection != Outcome.DONE) {
                stores.auditEvents().add(event.refusedBecause(objection));
                return objection;
            }
            if (!stores.roleHolders().given(request.holder()).contains(request.role())) {
                stores.roles().assign(request.holder(), request.role());
                stores.auditEvents().add(event);
            }
            return Outcome.DONE;
        });
    }

    public Outcome withdraw(OrgId org, Request request) {
        AuditEvent event = event(AuditEvent.Type.ROLE_WITHDRAWN, request);
        return unitOfWork.call(org, stores -> {
            if (!stores.roleHolders().lock(request.holder())
                    || !stores.roleHolders().given(request.holder()).contains(request.role())) {
                return Outcome.UNKNOWN;
            }
            Outcome objection =
                    objection(request, rights(stores, request.role()).orElse(Rights.NONE));
            if (objection == Outcome.DONE && !keepsAnOwner(stores, request)) {
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

    /** What a role lets its holders do; nobody changes it meanwhile. */
    private static Optional<Rights> rights(RoleAdminStores stores, RoleKey role) {
        return switch (role) {
            case Role builtIn -> Optional.of(Rights.of(builtIn));
            case OwnRoleId id -> stores.roleRegister().keep(id).map(OwnRole::rights);
        };
    }

    private static Outcome objection(Request request, Rights rights) {
        if (request.role() == Role.INSTANCE_ADMIN && !request.organization().equals(OrgSlug.DEFAULT)) {
            return Outcome.DEFAULT_ORGANIZATION_ONLY;
        }
        return request.by().covers(rights) ? Outcome.DONE : Outcome.MAY_DO_MORE;
    }

    /** A second look behind the lock: somebody else may have taken theirs away while this one waited. */
    private static boolean keepsAnOwner(RoleAdminStores stores, Request request) {
        if (request.role() != Role.OWNER) {
            return true;
        }
        stores.roleHolders().holdOwners();
        return stores.roleHolders().keepsAnOwner(new Loss.Assignment(request.holder()));
    }

    private AuditEvent event(AuditEvent.Type type, Request request) {
        Instant now = clock.instant();
        Target.Kind kind = switch (request.holder().kind()) {
            case USER -> Target.Kind.USER;
            case CLIENT -> Target.Kind.CLIENT;
            case GROUP -> Target.Kind.GROUP;
        };
        return AuditEvent.of(AuditEventId.of(now, entropy), type, request.by().cause(), now)
                .withTarget(Target.of(kind, request.holder().id()))
                .withChanges(Map.of("role", Change.to(request.role().toString())));
    }

    /** Whose role, which, in the organization of that slug, and who wants it. */
    public record Request(RoleHolder holder, RoleKey role, OrgSlug organization, Authority by) {}

    /** What came of it; all but {@code DONE} and {@code UNKNOWN} stand in the audit log as reasons. */
    public enum Outcome {
        DONE,
        /** There is nobody of that name, or no such role, or they do not hold it. */
        UNKNOWN,
        DEFAULT_ORGANIZATION_ONLY,
        LAST_OWNER,
        /** The role may do what the caller may not. */
        MAY_DO_MORE
    }
}
