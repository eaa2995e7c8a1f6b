package dev.rampart.domain.grant;

import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

/** Tells an application about the person whose token it holds (OIDC Core §5.3). Costs one exchange. */
public final class ReadUserinfo {

    private final UnitOfWork<? extends GrantStores> unitOfWork;
    private final InstantSource clock;
    private final SessionLimits limits;

    public ReadUserinfo(UnitOfWork<? extends GrantStores> unitOfWork, InstantSource clock, SessionLimits limits) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.limits = limits;
    }

    /** Nothing if the grant no longer stands, or anything behind it. */
    public Optional<UserGrants.Told> read(OrgId org, IssuedToken token) {
        return unitOfWork.one(org, stores -> stores.userGrants().person(token, limits.idle(), clock.instant()));
    }
}
