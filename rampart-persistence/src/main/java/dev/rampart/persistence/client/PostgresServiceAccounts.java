package dev.rampart.persistence.client;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ManagedClient;
import dev.rampart.domain.client.ServiceAccount;
import dev.rampart.domain.client.ServiceAccounts;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Clients in the table of that name that act for themselves alone, with their roles. */
public record PostgresServiceAccounts(Statements statements, OrgId org) implements ServiceAccounts {

    private static final Field<String[]> ROLES = array(select(ROLE_ASSIGNMENT.ROLE)
                    .from(ROLE_ASSIGNMENT)
                    .where(ROLE_ASSIGNMENT.ORG_ID.eq(CLIENT.ORG_ID))
                    .and(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(RoleHolder.Kind.CLIENT)))
                    .and(ROLE_ASSIGNMENT.HOLDER_ID.eq(CLIENT.CLIENT_ID))
                    .orderBy(ROLE_ASSIGNMENT.ROLE))
            .as("roles");

    @Override
    public Page<ServiceAccount> page(PageRequest request) {
        Keyset keyset = Keyset.byText(CLIENT.CLIENT_ID, request);
        List<ServiceAccount> read = statements
                .query(selected()
                        .and(request.search()
                                .map(search -> Keyset.beginsWith(CLIENT.CLIENT_ID, search))
                                .orElse(trueCondition()))
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(PostgresServiceAccounts::toDomain);
        return Page.of(
                read,
                request,
                account -> Position.of(account.managed().client().id().value()));
    }

    @Override
    public Optional<ServiceAccount> find(ClientId id) {
        return statements.query(selected().and(CLIENT.CLIENT_ID.eq(id.value()))).stream()
                .map(PostgresServiceAccounts::toDomain)
                .findFirst();
    }

    private SelectConditionStep<Record> selected() {
        return select(ClientRow.COLUMNS)
                .select(CLIENT.CREATED_AT, ROLES)
                .from(CLIENT)
                .where(CLIENT.ORG_ID.eq(org.value()))
                .and(CLIENT.IS_SERVICE_ACCOUNT.isTrue());
    }

    private static ServiceAccount toDomain(Record row) {
        List<RoleKey> roles = Arrays.stream(row.get(ROLES))
                .flatMap(text -> RoleKey.parse(text).stream())
                .toList();
        return new ServiceAccount(new ManagedClient(ClientRow.toDomain(row), row.get(CLIENT.CREATED_AT)), roles);
    }
}
