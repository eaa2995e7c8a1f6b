package dev.rampart.persistence.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rampart.domain.key.PersonalKey;
import dev.rampart.domain.shared.OrgId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keys of people that came along with what this node read, as they are sealed. They are written with, never read with:
 * what is written under a key that is gone from the database can be read by nobody.
 */
public final class MetKeys {

    private static final int MAX_PEOPLE = 20_000;

    /** Whoever is not met again is forgotten. */
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Cache<Person, PersonalKey> keys = Caffeine.newBuilder()
            .maximumSize(MAX_PEOPLE)
            .expireAfterAccess(UNUSED)
            .build();

    private record Person(OrgId org, String user) {}

    void add(PersonalKey key) {
        keys.put(new Person(key.org(), key.user()), key);
    }

    @Nullable PersonalKey find(OrgId org, String user) {
        return keys.getIfPresent(new Person(org, user));
    }
}
