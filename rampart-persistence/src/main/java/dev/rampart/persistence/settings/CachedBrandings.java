package dev.rampart.persistence.settings;

import com.github.benmanes.caffeine.cache.Cache;
import dev.rampart.domain.Stores;
import dev.rampart.domain.settings.Branding;
import dev.rampart.domain.settings.Brandings;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.persistence.NodeCache;

/** How pages look, as this node read it, at most ten seconds ago. */
public final class CachedBrandings implements Brandings {

    private static final int MAX_ORGANIZATIONS = 10_000;

    private final UnitOfWork<Stores> unitOfWork;
    private final Cache<OrgId, Branding> brandings = NodeCache.ofAtMost(MAX_ORGANIZATIONS);

    public CachedBrandings(UnitOfWork<Stores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Branding of(OrgId org) {
        return brandings.get(org, this::read);
    }

    @Override
    public void forget(OrgId org) {
        brandings.invalidate(org);
    }

    private Branding read(OrgId org) {
        return unitOfWork.<Branding>one(org, stores -> stores.settings().find().branding());
    }
}
