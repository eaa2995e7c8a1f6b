package dev.rampart.domain.grant;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.ClientGrants.Answer;
import dev.rampart.domain.resource.ResourceServer;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

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
    public Outcome grant(OrgId org, Client client, ClientGrants.Wanted wanted, RequestOrigin origin) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(
                        AuditEventId.of(now, entropy),
                        AuditEvent.Type.TOKEN_ISSUED,
                        Actor.client(client.id().value()),
                        now)
                .withOrigin(origin);
        ClientGrants.Asking asking =
                new ClientGrants.Asking(client.id(), client.version(), origin.network(), limit, wanted);
        return switch (unitOfWork.<Answer>one(
                org, stores -> stores.clientGrants().ask(asking, event, now))) {
            case Answer.Given(Rights rights, Optional<ResourceServer> server, TokenPolicy tokens) ->
                new Granted(rights, server, tokens);
            case Answer.ClientChanged() -> {
                remember(org, event.refusedBecause(Refusal.CLIENT_CHANGED));
                yield new ClientChanged();
            }
            case Answer.ResourceUnknown() -> {
                remember(org, event.refusedBecause(Refusal.RESOURCE_UNKNOWN));
                yield new ResourceUnknown();
            }
            case Answer.ScopeNotOffered() -> {
                remember(org, event.refusedBecause(Refusal.SCOPE_NOT_OFFERED));
                yield new ScopeNotOffered();
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

    /**
     * It may.
     *
     * @param resourceServer which the token is for, if it is one
     * @param tokens what the organization has chosen
     */
    public record Granted(Rights rights, Optional<ResourceServer> resourceServer, TokenPolicy tokens)
            implements Outcome {}

    /** There is no such resource server. */
    public record ResourceUnknown() implements Outcome {}

    /** The resource server has not got one of the scopes. */
    public record ScopeNotOffered() implements Outcome {}

    /** Disabled or changed since it was authenticated. */
    public record ClientChanged() implements Outcome {}

    /** Nothing was looked at: try again after {@code delay}. */
    public record Limited(Duration delay) implements Outcome {}

    private enum Refusal {
        CLIENT_CHANGED,
        RESOURCE_UNKNOWN,
        SCOPE_NOT_OFFERED,
        TOO_MANY_REQUESTS
    }
}
