package dev.rampart.domain.grant;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.ClientGrants.Answer;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Gives a client a token on its own behalf (RFC 6749 §4.4). */
public final class GrantToClient {

    private final UnitOfWork<? extends GrantStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Rate limit;

    public GrantToClient(
            UnitOfWork<? extends GrantStores> unitOfWork, InstantSource clock, Entropy entropy, Rate limit) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
        this.limit = limit;
    }

    /** Costs one exchange; two when it is refused. The client has already been authenticated. */
    public Outcome grant(OrgId org, Client client, RequestOrigin origin) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(
                        AuditEventId.of(now, entropy),
                        AuditEvent.Type.TOKEN_ISSUED,
                        Actor.client(client.id().value()),
                        now)
                .withOrigin(origin);
        ClientGrants.Asking asking = new ClientGrants.Asking(client.id(), client.version(), origin.network(), limit);
        return switch (unitOfWork.<Answer>one(
                org, stores -> stores.clientGrants().ask(asking, event, now))) {
            case Answer.Given(Set<Role> roles, TokenPolicy tokens) -> new Granted(roles, tokens);
            case Answer.ClientChanged() -> {
                remember(org, event.refusedBecause(Refusal.CLIENT_CHANGED));
                yield new ClientChanged();
            }
            case Answer.Limited(Instant until) -> {
                remember(org, event.refusedBecause(Refusal.TOO_MANY_REQUESTS));
                yield new Limited(Duration.between(now, until));
            }
        };
    }

    private void remember(OrgId org, AuditEvent event) {
        unitOfWork.run(org, stores -> stores.auditEvents().add(event));
    }

    public sealed interface Outcome {}

    /** {@code tokens} is what the organization has chosen. */
    public record Granted(Set<Role> roles, TokenPolicy tokens) implements Outcome {}

    /** Disabled or changed since it was authenticated. */
    public record ClientChanged() implements Outcome {}

    /** Nothing was looked at: try again after {@code delay}. */
    public record Limited(Duration delay) implements Outcome {}

    private enum Refusal {
        CLIENT_CHANGED,
        TOO_MANY_REQUESTS
    }
}
