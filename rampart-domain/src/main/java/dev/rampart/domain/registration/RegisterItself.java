package dev.rampart.domain.registration;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ManagedClient;
import dev.rampart.domain.settings.ClientRegistration;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Adds a client by its own wish (RFC 7591 §3), as long as the organization has room for it. */
public final class RegisterItself {

    private final UnitOfWork<? extends RegistrationStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public RegisterItself(UnitOfWork<? extends RegistrationStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    /**
     * Registers a client.
     *
     * @param client without secrets: it gets one if its way to authenticate has one
     */
    public Outcome register(OrgId org, Client client, Wish wish) {
        Instant now = clock.instant();
        Secret token = Secret.random(entropy);
        Optional<Secret> secret =
                client.authMethod().hasSecret() ? Optional.of(Secret.random(entropy)) : Optional.empty();
        Client added = client.withSecrets(secret.map(Sha256::of).stream().toList());
        AuditEvent event = AuditEvent.of(
                        AuditEventId.of(now, entropy), AuditEvent.Type.CLIENT_CREATED, Actor.ANONYMOUS, now)
                .withOrigin(wish.origin());
        return unitOfWork.call(org, stores -> {
            Entry entry = enter(stores, wish, now);
            if (entry instanceof Turned(Refusal why)) {
                stores.auditEvents().add(event.refusedBecause(why));
                return new Refused(why);
            }
            if (!stores.clients().add(added, now)) {
                throw new IllegalStateException("a random client_id is taken: " + added.id());
            }
            stores.registrations().own(added.id(), Sha256.of(token));
            AuditEvent about =
                    event.withTarget(new Target(Target.Kind.CLIENT, added.id().value(), Optional.of(added.name())));
            stores.auditEvents()
                    .add(
                            entry instanceof Entered(Optional<InitialAccessTokenId> used) && used.isPresent()
                                    ? about.withChanges(Map.of(
                                            "initial_access_token",
                                            Change.to(used.get().toString())))
                                    : about);
            return new Registered(new ManagedClient(added, now), secret, token);
        });
    }

    private static Entry enter(RegistrationStores stores, Wish wish, Instant now) {
        ClientRegistration chosen = stores.registrations().lock();
        if (chosen.mode() == ClientRegistration.Mode.OFF) {
            return new Turned(Refusal.REGISTRATION_OFF);
        }
        if (stores.registrations().number(chosen.mostClients()) >= chosen.mostClients()) {
            return new Turned(Refusal.NO_ROOM);
        }
        Optional<InitialAccessTokenId> used =
                wish.token().flatMap(token -> stores.initialAccessTokens().use(Sha256.of(token), now));
        boolean needed = wish.token().isPresent() || chosen.mode() == ClientRegistration.Mode.INITIAL_ACCESS_TOKEN;
        return needed && used.isEmpty() ? new Turned(Refusal.TOKEN_INVALID) : new Entered(used);
    }

    /** What somebody brings who registers a client. {@code token}: the initial access token, if one was sent. */
    public record Wish(Optional<Secret> token, RequestOrigin origin) {}

    private sealed interface Entry {}

    private record Entered(Optional<InitialAccessTokenId> token) implements Entry {}

    private record Turned(Refusal why) implements Entry {}

    public sealed interface Outcome {}

    /**
     * It is one now.
     *
     * @param secret is never told again
     * @param token what it administers itself with from now on (RFC 7592 §1.2); neither is this
     */
    public record Registered(ManagedClient managed, Optional<Secret> secret, Secret token) implements Outcome {}

    public record Refused(Refusal why) implements Outcome {}

    /** Why it is not. */
    public enum Refusal {
        REGISTRATION_OFF,
        /** There are as many clients that registered themselves as the organization allows. */
        NO_ROOM,
        TOKEN_INVALID
    }
}
