package dev.rampart.domain.client;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
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
import java.util.stream.Collectors;

/** Makes an application known, with the roles of its service account. */
public final class RegisterClient {

    private final UnitOfWork<? extends ClientStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public RegisterClient(UnitOfWork<? extends ClientStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Outcome register(OrgId org, Client client, Set<Role> roles, Cause cause) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.CLIENT_CREATED, cause, now)
                .withTarget(new Target(Target.Kind.CLIENT, client.id().value(), Optional.of(client.name())))
                .withChanges(roles.isEmpty() ? Map.of() : Map.of("roles", Change.to(words(roles))));
        return unitOfWork.call(org, stores -> {
            if (!stores.clients().add(client, now)) {
                return Outcome.ID_TAKEN;
            }
            RoleHolder holder =
                    new RoleHolder(RoleHolder.Kind.CLIENT, client.id().value());
            roles.forEach(role -> stores.roles().assign(holder, role));
            stores.auditEvents().add(event);
            return Outcome.REGISTERED;
        });
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::toString).sorted().collect(Collectors.joining(" "));
    }

    public enum Outcome {
        REGISTERED,
        ID_TAKEN
    }
}
