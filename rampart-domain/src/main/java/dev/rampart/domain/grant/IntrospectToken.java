package dev.rampart.domain.grant;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.TokenStates.Asker;
import dev.rampart.domain.grant.TokenStates.RefreshState;
import dev.rampart.domain.grant.TokenStates.State;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Says whether a token is good, to whoever may know (RFC 7662 §2.2): the client that was given it, and clients that
 * hold {@code token:introspect}. Costs one exchange.
 */
public final class IntrospectToken {

    private final UnitOfWork<? extends GrantStores> unitOfWork;
    private final InstantSource clock;
    private final Duration sessionIdle;

    /** {@code sessionIdle} is how long a session may lie unused, unless the organization has chosen. */
    public IntrospectToken(UnitOfWork<? extends GrantStores> unitOfWork, InstantSource clock, Duration sessionIdle) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.sessionIdle = sessionIdle;
    }

    public Optional<State> accessToken(OrgId org, IssuedToken token, ClientId asker) {
        return unitOfWork
                .<Optional<State>>one(
                        org,
                        stores -> stores.tokenStates().access(token, new Asker(asker), sessionIdle, clock.instant()))
                .filter(State::isForAsker);
    }

    public Optional<RefreshState> refreshToken(OrgId org, Secret token, ClientId asker) {
        return unitOfWork
                .<Optional<RefreshState>>one(
                        org,
                        stores -> stores.tokenStates()
                                .refresh(Sha256.of(token), new Asker(asker), sessionIdle, clock.instant()))
                .filter(found -> found.state().isForAsker());
    }
}
