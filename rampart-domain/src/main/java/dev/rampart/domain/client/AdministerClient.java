package dev.rampart.domain.client;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Changes and removes applications, and gives them secrets.
 *
 * <p>Whoever has a secret of a service account may do what it may, so nobody touches one that may do more than they.
 */
public final class AdministerClient {

    private final UnitOfWork<? extends ClientAdminStores> unitOfWork;
    private final ClientDirectory directory;
    private final InstantSource clock;
    private final Entropy entropy;

    public AdministerClient(
            UnitOfWork<? extends ClientAdminStores> unitOfWork,
            ClientDirectory directory,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.directory = directory;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** {@code edit} makes the new client of the old one; it may be called more than once. */
    public Outcome change(OrgId org, Request request, UnaryOperator<Client> edit) {
        return act(org, request, AuditEvent.Type.CLIENT_UPDATED, (stores, before, event) -> {
            Client after = next(edit.apply(before));
            Set<ClientMistake> mistakes = ClientMistake.in(after);
            if (!mistakes.isEmpty()) {
                return new Mistaken(mistakes);
            }
            stores.clientRegister().replace(after);
            stores.auditEvents().add(event.withChanges(ClientChanges.between(before, after)));
            return new Changed(after);
        });
    }

    public Outcome remove(OrgId org, Request request) {
        return act(org, request, AuditEvent.Type.CLIENT_DELETED, (stores, before, event) -> {
            stores.clientRegister().remove(before.id());
            stores.auditEvents().add(event);
            return new Removed();
        });
    }

    /** A further secret, which is told this once. */
    public Outcome addSecret(OrgId org, Request request) {
        Secret secret = Secret.random(entropy);
        Instant now = clock.instant();
        return act(org, request, AuditEvent.Type.CLIENT_SECRET_CREATED, (stores, before, event) -> {
            if (before.isPublic()) {
                return new Mistaken(Set.of());
            }
            if (stores.clientRegister().secrets(before.id()).size() >= KeptSecret.MAX) {
                return new TooManySecrets();
            }
            KeptSecret kept = new KeptSecret(Sha256.of(secret), now);
            stores.clientRegister().addSecret(before.id(), kept.hash(), now);
            stores.clientRegister().replace(next(before));
            stores.auditEvents().add(event.withChanges(Map.of("secret", Change.to(kept.id()))));
            return new SecretAdded(kept, secret);
        });
    }

    /** Takes effect with the next request that presents it. */
    public Outcome removeSecret(OrgId org, Request request, String secretId) {
        return act(org, request, AuditEvent.Type.CLIENT_SECRET_REVOKED, (stores, before, event) -> {
            Optional<KeptSecret> found = stores.clientRegister().secrets(before.id()).stream()
                    .filter(secret -> secret.id().equals(secretId))
                    .findFirst();
            if (found.isEmpty()) {
                return new Unknown();
            }
            stores.clientRegister().removeSecret(before.id(), found.get().hash());
            stores.clientRegister().replace(next(before));
            stores.auditEvents().add(event.withChanges(Map.of("secret", Change.to(secretId))));
            return new Removed();
        });
    }

    /** What is done with a locked client. */
    @FunctionalInterface
    private interface Act {
        Outcome on(ClientAdminStores stores, Client before, AuditEvent event);
    }

    private Outcome act(OrgId org, Request request, AuditEvent.Type type, Act act) {
        Instant now = clock.instant();
        AuditEvent event =
                AuditEvent.of(AuditEventId.of(now, entropy), type, request.by().cause(), now);
        Outcome outcome = unitOfWork.call(org, stores -> {
            Optional<ManagedClient> found = stores.clientRegister().lock(request.id());
            if (found.isEmpty()) {
                return new Unknown();
            }
            Client before = found.get().client();
            if (!request.expected().admits(before.version())) {
                return new Stale();
            }
            AuditEvent about =
                    event.withTarget(new Target(Target.Kind.CLIENT, before.id().value(), Optional.of(before.name())));
            if (!mayTouch(stores, request)) {
                stores.auditEvents().add(about.refusedBecause(Refusal.MAY_DO_MORE));
                return new Forbidden();
            }
            return act.on(stores, before, about);
        });
        if (hasChanged(outcome)) {
            var _ = directory.afresh(org, request.id());
        }
        return outcome;
    }

    private static boolean hasChanged(Outcome outcome) {
        return switch (outcome) {
            case Changed _, Removed _, SecretAdded _ -> true;
            case TooManySecrets _, Mistaken _, Unknown _, Stale _, Forbidden _ -> false;
        };
    }

    private static boolean mayTouch(ClientAdminStores stores, Request request) {
        RoleHolder holder = new RoleHolder(RoleHolder.Kind.CLIENT, request.id().value());
        return request.by().covers(stores.roles().of(holder));
    }

    private static Client next(Client client) {
        return client.withVersion(client.version() + 1);
    }

    /** Which client, and who wants it. */
    public record Request(ClientId id, Expected expected, Authority by) {}

    public sealed interface Outcome {}

    public record Changed(Client client) implements Outcome {}

    public record Removed() implements Outcome {}

    /** {@code secret} is never told again. */
    public record SecretAdded(KeptSecret kept, Secret secret) implements Outcome {}

    public record TooManySecrets() implements Outcome {}

    /** The metadata contradict each other; none of them named: a public client has no secrets. */
    public record Mistaken(Set<ClientMistake> mistakes) implements Outcome {

        public Mistaken {
            mistakes = Set.copyOf(mistakes);
        }

        /** In the order in which they are listed. */
        public List<ClientMistake> inOrder() {
            return mistakes.stream().sorted().toList();
        }
    }

    public record Unknown() implements Outcome {}

    /** It has been changed since the caller read it. */
    public record Stale() implements Outcome {}

    /** Its service account may do what the caller may not. */
    public record Forbidden() implements Outcome {}

    /** Why a client stayed as it was. */
    enum Refusal {
        MAY_DO_MORE
    }
}
