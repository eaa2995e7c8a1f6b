package dev.rampart.domain.resource;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Makes, changes and removes resource servers. Each token asks anew what it may be, so it takes effect at once. */
public final class AdministerResourceServer {

    private final UnitOfWork<? extends ResourceServerStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public AdministerResourceServer(
            UnitOfWork<? extends ResourceServerStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Outcome create(OrgId org, UnaryOperator<ResourceServer> edit, Authority by) {
        Instant now = clock.instant();
        ResourceServer blank = ResourceServer.blank(new ResourceServerId(Uuid7.of(now, entropy)), now);
        ResourceServer server = edit.apply(blank);
        AuditEvent event = AuditEvent.of(
                        AuditEventId.of(now, entropy), AuditEvent.Type.RESOURCE_SERVER_CREATED, by.cause(), now)
                .withTarget(target(server))
                .withChanges(between(blank, server));
        return unitOfWork.call(org, stores -> {
            boolean added = stores.resourceServers().add(server);
            stores.auditEvents().add(added ? event : event.refusedBecause(Refusal.IDENTIFIER_TAKEN));
            return added ? new Done(server) : new IdentifierTaken();
        });
    }

    /** {@code edit} makes the new one of the old one; it may be called more than once. */
    public Outcome change(OrgId org, Request request, UnaryOperator<ResourceServer> edit) {
        return act(org, request, AuditEvent.Type.RESOURCE_SERVER_UPDATED, (stores, before, event) -> {
            ResourceServer after = edit.apply(before).changedAt(before.version(), event.createdAt());
            stores.resourceServers().replace(after);
            stores.auditEvents().add(event.withChanges(between(before, after)));
            return new Done(after);
        });
    }

    public Outcome remove(OrgId org, Request request) {
        return act(org, request, AuditEvent.Type.RESOURCE_SERVER_DELETED, (stores, before, event) -> {
            stores.resourceServers().remove(before.id());
            stores.auditEvents().add(event);
            return new Removed();
        });
    }

    /** What is done with a locked one. */
    @FunctionalInterface
    private interface Act {
        Outcome on(ResourceServerStores stores, ResourceServer before, AuditEvent event);
    }

    private Outcome act(OrgId org, Request request, AuditEvent.Type type, Act act) {
        Instant now = clock.instant();
        AuditEvent event =
                AuditEvent.of(AuditEventId.of(now, entropy), type, request.by().cause(), now);
        return unitOfWork.call(org, stores -> {
            Optional<ResourceServer> found = stores.resourceServers().lock(request.id());
            if (found.isEmpty()) {
                return new Unknown();
            }
            return request.expected().admits(found.get().version())
                    ? act.on(stores, found.get(), event.withTarget(target(found.get())))
                    : new Stale();
        });
    }

    private static Target target(ResourceServer server) {
        return new Target(Target.Kind.RESOURCE_SERVER, server.id().toString(), Optional.of(server.identifier()));
    }

    private static Map<String, Change> between(ResourceServer before, ResourceServer after) {
        Map<String, Change> changes = new TreeMap<>();
        Change.note(changes, "identifier", before.identifier(), after.identifier());
        Change.note(changes, "name", before.name(), after.name());
        Change.note(
                changes, "scopes", before.offered().toString(), after.offered().toString());
        Change.note(
                changes,
                "access_token_lifetime",
                before.accessTokenLifetime()
                        .map(life -> life.toSeconds() + " s")
                        .orElse(""),
                after.accessTokenLifetime().map(life -> life.toSeconds() + " s").orElse(""));
        Change.note(
                changes,
                "signing_alg",
                before.signingAlgorithm().map(Enum::name).orElse(""),
                after.signingAlgorithm().map(Enum::name).orElse(""));
        Change.note(
                changes, "roles", Boolean.toString(before.includesRoles()), Boolean.toString(after.includesRoles()));
        return changes;
    }

    /** Which, and who wants it. */
    public record Request(ResourceServerId id, Expected expected, Authority by) {}

    public sealed interface Outcome {}

    /** It is so now. */
    public record Done(ResourceServer server) implements Outcome {}

    public record Removed() implements Outcome {}

    public record Unknown() implements Outcome {}

    /** It has been changed since the caller read it. */
    public record Stale() implements Outcome {}

    public record IdentifierTaken() implements Outcome {}

    /** Why there is none more. */
    enum Refusal {
        IDENTIFIER_TAKEN
    }
}
