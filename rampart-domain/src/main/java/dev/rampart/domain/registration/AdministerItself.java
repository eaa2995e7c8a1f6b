package dev.rampart.domain.registration;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientChanges;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ManagedClient;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What a client may do about itself with the token that it was given when it registered (RFC 7592 §2). */
public final class AdministerItself {

    private final UnitOfWork<? extends RegistrationStores> unitOfWork;
    private final ClientDirectory directory;
    private final InstantSource clock;
    private final Entropy entropy;

    public AdministerItself(
            UnitOfWork<? extends RegistrationStores> unitOfWork,
            ClientDirectory directory,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.directory = directory;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Empty: there is no such client, it is disabled, or the token is not its own. */
    public Optional<ManagedClient> read(OrgId org, Credentials credentials) {
        return unitOfWork.one(
                org, stores -> stores.registrations().find(credentials.client(), Sha256.of(credentials.token())));
    }

    /**
     * Replaces all of its metadata, and whatever its way to authenticate needs: a secret if it has none yet, none if it
     * needs none.
     */
    public Optional<Replaced> replace(OrgId org, Credentials credentials, Client as) {
        Instant now = clock.instant();
        Optional<Replaced> replaced = unitOfWork.call(
                org,
                stores -> locked(stores, credentials).map(found -> {
                    Client before = found.client();
                    Optional<Secret> secret = secret(before, as);
                    Client after = before.withMetadata(as.metadata())
                            .withVersion(before.version() + 1)
                            .withSecrets(secrets(before, as, secret));
                    stores.clientRegister().replace(after);
                    if (!after.secrets().equals(before.secrets())) {
                        stores.registrations().replaceSecrets(after, now);
                    }
                    stores.auditEvents()
                            .add(event(AuditEvent.Type.CLIENT_UPDATED, found, credentials, now)
                                    .withChanges(ClientChanges.between(before, after)));
                    return new Replaced(new ManagedClient(after, found.createdAt()), secret);
                }));
        replaced.ifPresent(_ -> forget(org, credentials));
        return replaced;
    }

    /** Removes it, with everything that was granted to it. Says whether it was there. */
    public boolean remove(OrgId org, Credentials credentials) {
        Instant now = clock.instant();
        boolean removed = unitOfWork.call(org, stores -> {
            Optional<ManagedClient> found = locked(stores, credentials);
            found.ifPresent(managed -> {
                stores.clientRegister().remove(managed.client().id());
                stores.auditEvents().add(event(AuditEvent.Type.CLIENT_DELETED, managed, credentials, now));
            });
            return found.isPresent();
        });
        if (removed) {
            forget(org, credentials);
        }
        return removed;
    }

    private Optional<Secret> secret(Client before, Client as) {
        boolean needed = as.authMethod().hasSecret() && before.secrets().isEmpty();
        return needed ? Optional.of(Secret.random(entropy)) : Optional.empty();
    }

    private static List<Sha256> secrets(Client before, Client as, Optional<Secret> added) {
        if (!as.authMethod().hasSecret()) {
            return List.of();
        }
        return added.map(secret -> List.of(Sha256.of(secret))).orElse(before.secrets());
    }

    private static Optional<ManagedClient> locked(RegistrationStores stores, Credentials credentials) {
        return stores.registrations().lock(credentials.client(), Sha256.of(credentials.token()));
    }

    private void forget(OrgId org, Credentials credentials) {
        var _ = directory.afresh(org, credentials.client());
    }

    private AuditEvent event(AuditEvent.Type type, ManagedClient managed, Credentials credentials, Instant now) {
        ClientId id = managed.client().id();
        return AuditEvent.of(AuditEventId.of(now, entropy), type, Actor.client(id.value()), now)
                .withOrigin(credentials.origin())
                .withTarget(new Target(
                        Target.Kind.CLIENT,
                        id.value(),
                        Optional.of(managed.client().name())));
    }

    /** Which client, and the token that says that it is the client itself. */
    public record Credentials(ClientId client, Secret token, RequestOrigin origin) {}

    /**
     * It is as it wants to be.
     *
     * @param secret a new one, which is never told again
     */
    public record Replaced(ManagedClient managed, Optional<Secret> secret) {}
}
