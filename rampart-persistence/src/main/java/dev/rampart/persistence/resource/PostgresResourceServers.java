package dev.rampart.persistence.resource;

import static dev.rampart.persistence.schema.Tables.RESOURCE_SERVER;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.resource.OfferedScope;
import dev.rampart.domain.resource.ResourceServer;
import dev.rampart.domain.resource.ResourceServerId;
import dev.rampart.domain.resource.ResourceServers;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;

/** Resource servers in the table of that name. */
public record PostgresResourceServers(Statements statements, OrgId org) implements ResourceServers {

    @Override
    public boolean add(ResourceServer server) {
        return statements
                .query(insertInto(RESOURCE_SERVER)
                        .set(RESOURCE_SERVER.ORG_ID, org.value())
                        .set(RESOURCE_SERVER.RESOURCE_SERVER_ID, server.id().value())
                        .set(RESOURCE_SERVER.IDENTIFIER, server.identifier())
                        .set(RESOURCE_SERVER.CREATED_AT, server.createdAt())
                        .set(row(server))
                        .onConflictDoNothing()
                        .returning(RESOURCE_SERVER.RESOURCE_SERVER_ID))
                .isNotEmpty();
    }

    /** Ids are ordered by time, so that they alone say which came first. */
    @Override
    public Page<ResourceServer> page(PageRequest request) {
        Keyset keyset = Keyset.byId(RESOURCE_SERVER.RESOURCE_SERVER_ID, request);
        List<ResourceServer> read = statements
                .query(selected()
                        .and(request.search()
                                .map(search -> Keyset.beginsWith(RESOURCE_SERVER.IDENTIFIER, search))
                                .orElse(trueCondition()))
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(ResourceServerRow::toDomain);
        return Page.of(read, request, server -> Position.of(server.id().toString()));
    }

    @Override
    public Optional<ResourceServer> find(ResourceServerId id) {
        return first(selected().and(RESOURCE_SERVER.RESOURCE_SERVER_ID.eq(id.value())));
    }

    @Override
    public Optional<ResourceServer> lock(ResourceServerId id) {
        return first(selected()
                .and(RESOURCE_SERVER.RESOURCE_SERVER_ID.eq(id.value()))
                .forUpdate());
    }

    @Override
    public void replace(ResourceServer server) {
        statements.later(update(RESOURCE_SERVER).set(row(server)).where(isCalled(server.id())));
    }

    @Override
    public void remove(ResourceServerId id) {
        statements.later(deleteFrom(RESOURCE_SERVER).where(isCalled(id)));
    }

    private static Map<Field<?>, Object> row(ResourceServer server) {
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        row.put(RESOURCE_SERVER.NAME, server.name());
        row.put(
                RESOURCE_SERVER.SCOPE_NAMES,
                server.scopes().stream().map(each -> each.scope().value()).toArray(String[]::new));
        row.put(
                RESOURCE_SERVER.SCOPE_DESCRIPTIONS,
                server.scopes().stream().map(OfferedScope::description).toArray(String[]::new));
        row.put(
                RESOURCE_SERVER.ACCESS_TOKEN_LIFETIME,
                val(
                        server.accessTokenLifetime()
                                .map(life -> (int) life.toSeconds())
                                .orElse(null),
                        RESOURCE_SERVER.ACCESS_TOKEN_LIFETIME));
        row.put(
                RESOURCE_SERVER.SIGNING_ALG,
                val(server.signingAlgorithm().map(SigningAlgorithm::name).orElse(null), RESOURCE_SERVER.SIGNING_ALG));
        row.put(RESOURCE_SERVER.INCLUDES_ROLES, server.includesRoles());
        row.put(RESOURCE_SERVER.VERSION, server.version());
        row.put(RESOURCE_SERVER.UPDATED_AT, server.updatedAt());
        return row;
    }

    private Condition isCalled(ResourceServerId id) {
        return RESOURCE_SERVER.ORG_ID.eq(org.value()).and(RESOURCE_SERVER.RESOURCE_SERVER_ID.eq(id.value()));
    }

    private SelectConditionStep<Record> selected() {
        return select(ResourceServerRow.COLUMNS).from(RESOURCE_SERVER).where(RESOURCE_SERVER.ORG_ID.eq(org.value()));
    }

    private Optional<ResourceServer> first(ResultQuery<Record> query) {
        return statements.query(query).stream().map(ResourceServerRow::toDomain).findFirst();
    }
}
