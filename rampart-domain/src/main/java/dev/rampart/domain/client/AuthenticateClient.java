package dev.rampart.domain.client;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds out whether a client is who it says it is (RFC 6749 §2.3).
 *
 * <p>Costs no exchange while the client is at hand: that it is still enabled is asked by the statement that gives it
 * something.
 */
public final class AuthenticateClient {

    private final ClientDirectory clients;
    private final UnitOfWork<? extends ClientStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public AuthenticateClient(
            ClientDirectory clients,
            UnitOfWork<? extends ClientStores> unitOfWork,
            InstantSource clock,
            Entropy entropy) {
        this.clients = clients;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Outcome authenticate(OrgId org, Request request) {
        Outcome outcome = judge(clients.find(org, request.client()), request);
        if (outcome.equals(new Refused(Refusal.SECRET_WRONG))) {
            // It may have been given a new secret a moment ago.
            outcome = judge(clients.afresh(org, request.client()), request);
        }
        if (outcome instanceof Refused(Refusal why)) {
            remember(org, request, why);
        }
        return outcome;
    }

    private static Outcome judge(Optional<Client> found, Request request) {
        if (found.isEmpty()) {
            return new Refused(Refusal.CLIENT_UNKNOWN);
        }
        Client client = found.get();
        if (!client.enabled()) {
            return new Refused(Refusal.CLIENT_DISABLED);
        }
        if (!client.authMethod().allows(request.method())) {
            return new Refused(Refusal.METHOD_NOT_REGISTERED);
        }
        return client.isPublic() || isOneOf(client, request.secret())
                ? new Authenticated(client)
                : new Refused(Refusal.SECRET_WRONG);
    }

    private static boolean isOneOf(Client client, Optional<Secret> secret) {
        byte[] presented = secret.map(Sha256::of).map(Sha256::bytes).orElse(new byte[0]);
        return client.secrets().stream().anyMatch(known -> MessageDigest.isEqual(known.bytes(), presented));
    }

    private void remember(OrgId org, Request request, Refusal why) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(
                        AuditEventId.of(now, entropy), AuditEvent.Type.CLIENT_AUTHENTICATED, Actor.ANONYMOUS, now)
                .withTarget(Target.of(Target.Kind.CLIENT, request.client().value()))
                .withOrigin(request.origin())
                .refusedBecause(why);
        unitOfWork.run(org, stores -> stores.auditEvents().add(event));
    }

    /** What was presented. {@code method} is the way in which it was. */
    public record Request(ClientId client, AuthMethod method, Optional<Secret> secret, RequestOrigin origin) {}

    public sealed interface Outcome {}

    public record Authenticated(Client client) implements Outcome {}

    public record Refused(Refusal why) implements Outcome {}

    /** Why it was turned away. For the audit log: the client is told only "invalid_client". */
    public enum Refusal {
        CLIENT_UNKNOWN,
        CLIENT_DISABLED,
        METHOD_NOT_REGISTERED,
        SECRET_WRONG
    }
}
