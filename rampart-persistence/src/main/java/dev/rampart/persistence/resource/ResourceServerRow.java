package dev.rampart.persistence.resource;

import static dev.rampart.persistence.schema.Tables.RESOURCE_SERVER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.resource.OfferedScope;
import dev.rampart.domain.resource.ResourceServer;
import dev.rampart.domain.resource.ResourceServerId;
import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.shared.OrgId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** A resource server as the columns of a row. */
public final class ResourceServerRow {

    public static final List<Field<?>> COLUMNS = List.of(
            RESOURCE_SERVER.RESOURCE_SERVER_ID,
            RESOURCE_SERVER.IDENTIFIER,
            RESOURCE_SERVER.NAME,
            RESOURCE_SERVER.SCOPE_NAMES,
            RESOURCE_SERVER.SCOPE_DESCRIPTIONS,
            RESOURCE_SERVER.ACCESS_TOKEN_LIFETIME,
            RESOURCE_SERVER.SIGNING_ALG,
            RESOURCE_SERVER.INCLUDES_ROLES,
            RESOURCE_SERVER.VERSION,
            RESOURCE_SERVER.CREATED_AT,
            RESOURCE_SERVER.UPDATED_AT);

    private ResourceServerRow() {}

    public static Condition isCalled(OrgId org, Field<String> identifier) {
        return RESOURCE_SERVER.ORG_ID.eq(org.value()).and(RESOURCE_SERVER.IDENTIFIER.eq(identifier));
    }

    /** As {@link ResourceServer#offers}. */
    public static Condition offers(Scopes scopes) {
        return DSL.and(scopes.values().stream()
                .map(scope -> val(scope.value()).eq(any(RESOURCE_SERVER.SCOPE_NAMES)))
                .toList());
    }

    /** Nothing where an outer join found none. */
    public static Optional<ResourceServer> optional(Record row) {
        return Optional.ofNullable(row.get(RESOURCE_SERVER.RESOURCE_SERVER_ID)).map(_ -> toDomain(row));
    }

    static ResourceServer toDomain(Record row) {
        String[] names = row.get(RESOURCE_SERVER.SCOPE_NAMES);
        String[] descriptions = row.get(RESOURCE_SERVER.SCOPE_DESCRIPTIONS);
        return new ResourceServer(
                new ResourceServerId(row.get(RESOURCE_SERVER.RESOURCE_SERVER_ID)),
                row.get(RESOURCE_SERVER.IDENTIFIER),
                row.get(RESOURCE_SERVER.NAME),
                IntStream.range(0, names.length)
                        .mapToObj(i -> new OfferedScope(new Scope(names[i]), descriptions[i]))
                        .toList(),
                Optional.ofNullable(row.get(RESOURCE_SERVER.ACCESS_TOKEN_LIFETIME))
                        .map(Duration::ofSeconds),
                Optional.ofNullable(row.get(RESOURCE_SERVER.SIGNING_ALG)).map(SigningAlgorithm::valueOf),
                row.get(RESOURCE_SERVER.INCLUDES_ROLES),
                row.get(RESOURCE_SERVER.VERSION),
                row.get(RESOURCE_SERVER.CREATED_AT),
                row.get(RESOURCE_SERVER.UPDATED_AT));
    }
}
