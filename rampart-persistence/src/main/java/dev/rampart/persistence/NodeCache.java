package dev.rampart.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** What a node keeps at hand: bounded, and never older than {@link #LIFETIME}. */
public final class NodeCache {

    /** Nothing is decided by what may be this old: the statement that decides asks again. */
    public static final Duration LIFETIME = Duration.ofSeconds(10);

    private NodeCache() {}

    public static <K, V> Cache<K, V> ofAtMost(int entries) {
        return Caffeine.newBuilder()
                .maximumSize(entries)
                .expireAfterWrite(LIFETIME)
                .build();
    }
}
