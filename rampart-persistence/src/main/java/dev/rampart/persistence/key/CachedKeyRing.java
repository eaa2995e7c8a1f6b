package dev.rampart.persistence.key;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.rampart.domain.Stores;
import dev.rampart.domain.key.KeyRing;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.persistence.NodeCache;
import java.time.Duration;
import java.util.List;

/**
 * Signing keys as this node read them. Whoever asks after ten seconds gets the old ones once more while they are read
 * again in the background, so that nobody who needs a signature waits for them.
 */
public final class CachedKeyRing implements KeyRing {

    private static final int MAX_ORGANIZATIONS = 10_000;

    /** An organization that nobody asks for is forgotten. */
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final LoadingCache<OrgId, List<SigningKey>> keys;

    public CachedKeyRing(UnitOfWork<Stores> unitOfWork) {
        this.keys = Caffeine.newBuilder()
                .maximumSize(MAX_ORGANIZATIONS)
                .expireAfterAccess(UNUSED)
                .refreshAfterWrite(NodeCache.LIFETIME)
                .build(org -> unitOfWork.one(org, stores -> stores.signingKeys().published()));
    }

    @Override
    public List<SigningKey> published(OrgId org) {
        return keys.get(org);
    }
}
