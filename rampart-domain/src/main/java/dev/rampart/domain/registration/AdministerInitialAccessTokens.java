package dev.rampart.domain.registration;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes what lets others register clients, looks it through, and takes it back. */
public final class AdministerInitialAccessTokens {

    private final UnitOfWork<? extends RegistrationStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public AdministerInitialAccessTokens(
            UnitOfWork<? extends RegistrationStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Page<InitialAccessToken> page(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.initialAccessTokens().page(request, clock.instant()));
    }

    public Made make(OrgId org, Wanted wanted, Authority by) {
        Instant now = clock.instant();
        Secret secret = Secret.random(entropy);
        InitialAccessToken token = new InitialAccessToken(
                new InitialAccessTokenId(Uuid7.of(now, entropy)),
                wanted.description(),
                wanted.uses(),
                now,
                now.plus(wanted.lifetime()));
        AuditEvent event = event(AuditEvent.Type.INITIAL_ACCESS_TOKEN_CREATED, token.id(), by, now);
        unitOfWork.run(org, stores -> {
            stores.initialAccessTokens().add(token, Sha256.of(secret));
            stores.auditEvents().add(event);
        });
        return new Made(token, secret);
    }

    /** Says whether it was there. What was registered with it stays. */
    public boolean revoke(OrgId org, InitialAccessTokenId id, Authority by) {
        AuditEvent event = event(AuditEvent.Type.INITIAL_ACCESS_TOKEN_REVOKED, id, by, clock.instant());
        return unitOfWork.call(org, stores -> {
            Optional<InitialAccessToken> removed = stores.initialAccessTokens().remove(id);
            removed.ifPresent(_ -> stores.auditEvents().add(event));
            return removed.isPresent();
        });
    }

    private AuditEvent event(AuditEvent.Type type, InitialAccessTokenId id, Authority by, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), type, by.cause(), now)
                .withTarget(Target.of(Target.Kind.INITIAL_ACCESS_TOKEN, id.toString()));
    }

    /** What is to be made. */
    public record Wanted(Optional<String> description, int uses, Duration lifetime) {}

    /** {@code secret} is never told again. */
    public record Made(InitialAccessToken token, Secret secret) {}
}
