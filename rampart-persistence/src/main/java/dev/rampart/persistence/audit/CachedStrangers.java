package dev.rampart.persistence.audit;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.select;

import com.github.benmanes.caffeine.cache.Cache;
import dev.rampart.domain.audit.PersonalPart;
import dev.rampart.domain.audit.RecordedEvent;
import dev.rampart.domain.audit.Strangers;
import dev.rampart.domain.key.PersonalKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.NodeCache;
import dev.rampart.persistence.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Opens what strangers did with their keys, as this node read them at home, at most ten seconds ago. */
public final class CachedStrangers implements Strangers {

    private static final int MAX_PEOPLE = 10_000;

    private final DataSource pool;
    private final Vault vault;
    private final Cache<Stranger, Optional<PersonalKey>> keys = NodeCache.ofAtMost(MAX_PEOPLE);

    private record Stranger(OrgId home, String user) {

        static Stranger in(RecordedEvent event) {
            return new Stranger(
                    event.actorOrganization().orElseThrow(), event.actor().id().orElseThrow());
        }
    }

    public CachedStrangers(DataSource pool, Vault vault) {
        this.pool = pool;
        this.vault = vault;
    }

    @Override
    public Map<UUID, PersonalPart> tell(OrgId org, List<RecordedEvent> events) {
        Map<Stranger, PersonalKey> found =
                find(events.stream().map(Stranger::in).collect(toSet()));
        Map<UUID, PersonalPart> told = new HashMap<>();
        for (RecordedEvent event : events) {
            Optional.ofNullable(found.get(Stranger.in(event)))
                    .flatMap(key -> vault.openPersonal(
                            key,
                            org,
                            Side.ACTOR.place(event.id()),
                            event.unopened().orElseThrow()))
                    .ifPresent(part -> told.put(event.id(), PersonalPart.of(part)));
        }
        return told;
    }

    private Map<Stranger, PersonalKey> find(Set<Stranger> strangers) {
        Map<Stranger, PersonalKey> found = new HashMap<>();
        strangers.stream()
                .filter(stranger -> keys.getIfPresent(stranger) == null)
                .collect(groupingBy(Stranger::home, mapping(Stranger::user, toSet())))
                .forEach(this::read);
        for (Stranger stranger : strangers) {
            Optional.ofNullable(keys.getIfPresent(stranger))
                    .flatMap(known -> known)
                    .ifPresent(key -> found.put(stranger, key));
        }
        return found;
    }

    private void read(OrgId home, Set<String> users) {
        users.forEach(user -> keys.put(new Stranger(home, user), Optional.empty()));
        Statements.alone(
                        pool,
                        home,
                        statements -> statements.query(select(APP_USER.USER_ID, APP_USER.PERSONAL_KEY)
                                .from(APP_USER)
                                .where(APP_USER.ORG_ID.eq(home.value()))
                                .and(APP_USER.PERSONAL_KEY.isNotNull())
                                .and(APP_USER.USER_ID.in(
                                        users.stream().map(UUID::fromString).toList()))))
                .forEach(row -> {
                    String user = row.get(APP_USER.USER_ID).toString();
                    PersonalKey key = new PersonalKey(home, user, row.get(APP_USER.PERSONAL_KEY));
                    keys.put(new Stranger(home, user), Optional.of(key));
                });
    }
}
