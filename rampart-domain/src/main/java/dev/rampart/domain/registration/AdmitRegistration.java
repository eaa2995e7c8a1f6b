package dev.rampart.domain.registration;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.settings.ClientRegistration;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds out whether somebody may register a client at all (RFC 7591 §3), before anything is done for them.
 *
 * <p>It decides nothing for good: {@link RegisterItself} asks again, in the transaction that adds the client.
 */
public final class AdmitRegistration {

    private final UnitOfWork<? extends RegistrationStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Rate limit;

    public AdmitRegistration(
            UnitOfWork<? extends RegistrationStores> unitOfWork, InstantSource clock, Entropy entropy, Rate limit) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
        this.limit = limit;
    }

    public Outcome admit(OrgId org, RegisterItself.Wish wish) {
        Instant now = clock.instant();
        return unitOfWork.call(org, stores -> {
            Outcome outcome = decide(stores, wish, now);
            reason(outcome)
                    .ifPresent(why -> stores.auditEvents()
                            .add(AuditEvent.of(
                                            AuditEventId.of(now, entropy),
                                            AuditEvent.Type.CLIENT_CREATED,
                                            Actor.ANONYMOUS,
                                            now)
                                    .withOrigin(wish.origin())
                                    .refusedBecause(why)));
            return outcome;
        });
    }

    private Outcome decide(RegistrationStores stores, RegisterItself.Wish wish, Instant now) {
        Optional<Secret> token = wish.token();
        Registrations.Counted counted =
                stores.registrations().count(wish.origin().network(), limit, now);
        if (counted.retryAt().isPresent()) {
            return new Limited(Duration.between(now, counted.retryAt().get()));
        }
        boolean live = token.isPresent() && stores.initialAccessTokens().isLive(Sha256.of(token.get()), now);
        if (token.isPresent() && !live) {
            return new Refused(Refusal.TOKEN_INVALID);
        }
        return switch (counted.chosen().mode()) {
            case OFF -> new Refused(Refusal.REGISTRATION_OFF);
            case INITIAL_ACCESS_TOKEN -> live ? new Admitted() : new Refused(Refusal.TOKEN_MISSING);
            case OPEN -> new Admitted();
        };
    }

    private static Optional<Enum<?>> reason(Outcome outcome) {
        return switch (outcome) {
            case Admitted() -> Optional.empty();
            case Limited _ -> Optional.of(Limit.TOO_MANY_REQUESTS);
            case Refused(Refusal why) -> Optional.of(why);
        };
    }

    public sealed interface Outcome {}

    public record Admitted() implements Outcome {}

    /** Nothing was looked at: try again after {@code delay}. */
    public record Limited(Duration delay) implements Outcome {}

    public record Refused(Refusal why) implements Outcome {}

    /** Why nobody is let in. */
    public enum Refusal {
        /** {@link ClientRegistration.Mode#OFF}. */
        REGISTRATION_OFF,
        TOKEN_MISSING,
        /** Used up, expired, or never made. */
        TOKEN_INVALID
    }

    private enum Limit {
        TOO_MANY_REQUESTS
    }
}
