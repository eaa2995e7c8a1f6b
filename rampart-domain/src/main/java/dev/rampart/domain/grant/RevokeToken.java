package dev.rampart.domain.grant;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes a token back for the client that was given it (RFC 7009 §2.1): a refresh token with its whole grant and every
 * access token of it, an access token alone.
 */
public final class RevokeToken {

    private final UnitOfWork<? extends GrantStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public RevokeToken(UnitOfWork<? extends GrantStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Costs two exchanges. */
    public Outcome refreshToken(OrgId org, Secret token, By by) {
        Instant now = clock.instant();
        AuditEvent event = event(by, now);
        return unitOfWork.call(org, stores -> {
            Optional<UserGrant> family = stores.tokenStates().family(Sha256.of(token));
            if (family.isEmpty()) {
                stores.auditEvents().add(event.refusedBecause(Outcome.UNKNOWN));
                return Outcome.UNKNOWN;
            }
            AuditEvent about = event.withTarget(
                    Target.of(Target.Kind.GRANT, family.get().id().toString()));
            if (!family.get().client().equals(by.client())) {
                stores.auditEvents().add(about.refusedBecause(Outcome.NOT_YOURS));
                return Outcome.NOT_YOURS;
            }
            stores.userGrants().revoke(family.get().id(), now);
            stores.auditEvents().add(about);
            return Outcome.REVOKED;
        });
    }

    /** Costs one exchange. */
    public Outcome accessToken(OrgId org, IssuedToken token, By by) {
        AuditEvent event = event(by, clock.instant());
        AuditEvent about = token.grant()
                .map(grant -> event.withTarget(Target.of(Target.Kind.GRANT, grant.toString())))
                .orElse(event);
        boolean isTheirs = token.client().equals(by.client());
        unitOfWork.run(org, stores -> {
            if (isTheirs) {
                stores.tokenStates().revoke(token);
            }
            stores.auditEvents().add(isTheirs ? about : about.refusedBecause(Outcome.NOT_YOURS));
        });
        return isTheirs ? Outcome.REVOKED : Outcome.NOT_YOURS;
    }

    private AuditEvent event(By by, Instant now) {
        return AuditEvent.of(
                        AuditEventId.of(now, entropy),
                        AuditEvent.Type.TOKEN_REVOKED,
                        Actor.client(by.client().value()),
                        now)
                .withOrigin(by.origin());
    }

    /** The client that asks. It has already been authenticated. */
    public record By(ClientId client, RequestOrigin origin) {}

    /** What became of it. */
    public enum Outcome {
        REVOKED,
        /** There is no such token, so that there is nothing to do. */
        UNKNOWN,
        /** Another client was given it. */
        NOT_YOURS
    }
}
