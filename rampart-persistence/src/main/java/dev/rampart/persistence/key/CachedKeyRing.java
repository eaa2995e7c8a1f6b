package dev.rampart.persistence.key;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.rampart.domain.Stores;
import dev.rampart.domain.key.KeyRing;
import dev.rampart.domain.key.KeyTimes;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.persistence.NodeCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    private final InstantSource clock;

    public CachedKeyRing(UnitOfWork<Stores> unitOfWork, InstantSource clock) {
        this.clock = clock;
        this.keys = Caffeine.newBuilder()
                .maximumSize(MAX_ORGANIZATIONS)
                .expireAfterAccess(UNUSED)
                .refreshAfterWrite(NodeCache.LIFETIME)
                .build(org -> unitOfWork.one(org, stores -> stores.signingKeys().published(clock.instant())));
    }

    @Override
    public List<SigningKey> published(OrgId org) {
        Instant now = clock.instant();
        return keys.get(org).stream()
                .filter(key -> key.state(now) != KeyTimes.State.GONE)
                .toList();
    }

    @Override
    public SigningKey signing(OrgId org, SigningAlgorithm algorithm) {
        Instant now = clock.instant();
        return keys.get(org).stream()
                .filter(key -> key.algorithm() == algorithm && key.state(now) == KeyTimes.State.ACTIVE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no %s key in %s".formatted(algorithm, org)));
    }

    @Override
    public void refresh(OrgId org) {
        keys.invalidate(org);
    }
}
