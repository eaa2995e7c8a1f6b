package dev.rampart.persistence.client;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.CLIENT_ORIGIN;
import static dev.rampart.persistence.schema.Tables.CLIENT_SECRET;
import static dev.rampart.persistence.schema.Tables.CONSENT;
import static dev.rampart.persistence.schema.Tables.LOGOUT_NOTICE;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientRegister;
import dev.rampart.domain.client.KeptSecret;
import dev.rampart.domain.client.ManagedClient;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.grant.GrantRemoval;
import dev.rampart.persistence.role.HolderRemoval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;

/** Clients in the tables {@code client}, {@code client_secret} and {@code client_origin}, for lists and changes. */
public record PostgresClientRegister(Statements statements, OrgId org) implements ClientRegister {

    @Override
    public Page<ManagedClient> page(PageRequest request) {
        Keyset keyset = ClientOrder.keyset(request);
        List<ManagedClient> read = statements
                .query(selected()
                        .and(request.search()
                                .map(search -> Keyset.beginsWith(CLIENT.CLIENT_ID, search))
                                .orElse(trueCondition()))
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(PostgresClientRegister::toDomain);
        return Page.of(
                read,
                request,
                found -> ClientOrder.position(found.client(), request.order().key()));
    }

    @Override
    public Optional<ManagedClient> find(ClientId id) {
        return first(selected().and(CLIENT.CLIENT_ID.eq(id.value())));
    }

    @Override
    public Optional<ManagedClient> lock(ClientId id) {
        return first(selected().and(CLIENT.CLIENT_ID.eq(id.value())).forUpdate().of(CLIENT));
    }

    @Override
    public void replace(Client client) {
        statements.later(update(CLIENT).set(ClientRow.of(client)).where(isClient(client.id())));
        statements.later(deleteFrom(CLIENT_ORIGIN)
                .where(CLIENT_ORIGIN.ORG_ID.eq(org.value()))
                .and(CLIENT_ORIGIN.CLIENT_ID.eq(client.id().value())));
        client.corsOrigins()
                .forEach(origin -> statements.later(insertInto(CLIENT_ORIGIN)
                        .set(CLIENT_ORIGIN.ORG_ID, org.value())
                        .set(CLIENT_ORIGIN.ORIGIN, origin)
                        .set(CLIENT_ORIGIN.CLIENT_ID, client.id().value())
                        .set(CLIENT_ORIGIN.REGISTERED, client.allowedOrigins().contains(origin))));
    }

    @Override
    public void remove(ClientId id) {
        new GrantRemoval(statements, org).remove(USER_GRANT.CLIENT_ID.eq(id.value()));
        new HolderRemoval(statements, org).remove(new RoleHolder(RoleHolder.Kind.CLIENT, id.value()));
        statements.later(
                deleteFrom(CONSENT).where(CONSENT.ORG_ID.eq(org.value())).and(CONSENT.CLIENT_ID.eq(id.value())));
        statements.later(deleteFrom(LOGOUT_NOTICE)
                .where(LOGOUT_NOTICE.ORG_ID.eq(org.value()))
                .and(LOGOUT_NOTICE.CLIENT_ID.eq(id.value())));
        statements.later(deleteFrom(CLIENT_ORIGIN)
                .where(CLIENT_ORIGIN.ORG_ID.eq(org.value()))
                .and(CLIENT_ORIGIN.CLIENT_ID.eq(id.value())));
        statements.later(deleteFrom(CLIENT_SECRET)
                .where(CLIENT_SECRET.ORG_ID.eq(org.value()))
                .and(CLIENT_SECRET.CLIENT_ID.eq(id.value())));
        statements.later(deleteFrom(CLIENT).where(isClient(id)));
    }

    @Override
    public List<KeptSecret> secrets(ClientId id) {
        return statements
                .query(select(CLIENT_SECRET.SECRET_HASH, CLIENT_SECRET.CREATED_AT)
                        .from(CLIENT_SECRET)
                        .where(CLIENT_SECRET.ORG_ID.eq(org.value()))
                        .and(CLIENT_SECRET.CLIENT_ID.eq(id.value()))
                        .orderBy(CLIENT_SECRET.CREATED_AT, CLIENT_SECRET.SECRET_HASH))
                .map(row -> new KeptSecret(
                        Sha256.ofDigest(row.get(CLIENT_SECRET.SECRET_HASH)), row.get(CLIENT_SECRET.CREATED_AT)));
    }

    @Override
    public void addSecret(ClientId id, Sha256 hash, Instant now) {
        statements.later(insertInto(CLIENT_SECRET)
                .set(CLIENT_SECRET.ORG_ID, org.value())
                .set(CLIENT_SECRET.CLIENT_ID, id.value())
                .set(CLIENT_SECRET.SECRET_HASH, hash.bytes())
                .set(CLIENT_SECRET.CREATED_AT, now));
    }

    @Override
    public void removeSecret(ClientId id, Sha256 hash) {
        statements.later(deleteFrom(CLIENT_SECRET)
                .where(CLIENT_SECRET.ORG_ID.eq(org.value()))
                .and(CLIENT_SECRET.CLIENT_ID.eq(id.value()))
                .and(CLIENT_SECRET.SECRET_HASH.eq(hash.bytes())));
    }

    private Condition isClient(ClientId id) {
        return CLIENT.ORG_ID.eq(org.value()).and(CLIENT.CLIENT_ID.eq(id.value()));
    }

    private SelectConditionStep<Record> selected() {
        List<Field<?>> columns = new ArrayList<>(ClientRow.COLUMNS);
        columns.add(CLIENT.CREATED_AT);
        return select(columns).from(CLIENT).where(CLIENT.ORG_ID.eq(org.value()));
    }

    private Optional<ManagedClient> first(ResultQuery<Record> query) {
        return statements.query(query).stream()
                .map(PostgresClientRegister::toDomain)
                .findFirst();
    }

    private static ManagedClient toDomain(Record row) {
        return new ManagedClient(ClientRow.toDomain(row), row.get(CLIENT.CREATED_AT));
    }
}
