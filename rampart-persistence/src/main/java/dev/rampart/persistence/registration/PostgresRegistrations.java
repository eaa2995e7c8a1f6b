package dev.rampart.persistence.registration;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.CLIENT_SECRET;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION_SETTINGS;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ManagedClient;
import dev.rampart.domain.registration.Registrations;
import dev.rampart.domain.settings.ClientRegistration;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.RateLimit;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.client.ClientRow;
import dev.rampart.persistence.settings.Chosen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jooq.impl.SQLDataType;

/** Clients in the table {@code client} that have a registration access token. */
public record PostgresRegistrations(Statements statements, OrgId org) implements Registrations {

    private static final Field<Boolean> PASSED = field(name("passed"), Boolean.class);
    private static final Field<Instant> DUE = field(name("due"), SQLDataType.INSTANT);

    @Override
    public Counted count(String network, Rate rate, Instant now) {
        RateLimit limit = new RateLimit(org, RateLimit.Bucket.REGISTER, network, rate, now);
        Record row = statements
                .query(with(limit.counted())
                        .select(Chosen.registration())
                        .select(
                                field(RateLimit.passed()).as(PASSED),
                                limit.due().as(DUE))
                        .from(ORGANIZATION)
                        .leftJoin(ORGANIZATION_SETTINGS)
                        .on(Chosen.isOf(org))
                        .where(ORGANIZATION.ORG_ID.eq(org.value())))
                .getFirst();
        return new Counted(
                Chosen.registration(row),
                row.get(PASSED) ? Optional.empty() : Optional.of(limit.retryAt(row.get(DUE))));
    }

    /** A lock on the organization alone, so that nobody waits who does not register. */
    @Override
    public ClientRegistration lock() {
        return statements
                .query(select(Chosen.registration())
                        .from(ORGANIZATION)
                        .leftJoin(ORGANIZATION_SETTINGS)
                        .on(Chosen.isOf(org))
                        .where(ORGANIZATION.ORG_ID.eq(org.value()))
                        .forNoKeyUpdate()
                        .of(ORGANIZATION))
                .map(Chosen::registration)
                .getFirst();
    }

    @Override
    public int number(int most) {
        return statements
                .query(selectCount()
                        .from(selectOne()
                                .from(CLIENT)
                                .where(CLIENT.ORG_ID.eq(org.value()))
                                .and(CLIENT.REGISTRATION_TOKEN_HASH.isNotNull())
                                .limit(most)
                                .asTable("registered")))
                .getFirst()
                .get(0, Integer.class);
    }

    @Override
    public void own(ClientId id, Sha256 token) {
        statements.later(update(CLIENT)
                .set(CLIENT.REGISTRATION_TOKEN_HASH, token.bytes())
                .where(CLIENT.ORG_ID.eq(org.value()))
                .and(CLIENT.CLIENT_ID.eq(id.value())));
    }

    @Override
    public Optional<ManagedClient> find(ClientId id, Sha256 token) {
        return first(owned(id, token));
    }

    @Override
    public Optional<ManagedClient> lock(ClientId id, Sha256 token) {
        return first(owned(id, token).forUpdate().of(CLIENT));
    }

    @Override
    public void replaceSecrets(Client client, Instant now) {
        statements.later(deleteFrom(CLIENT_SECRET)
                .where(CLIENT_SECRET.ORG_ID.eq(org.value()))
                .and(CLIENT_SECRET.CLIENT_ID.eq(client.id().value())));
        client.secrets()
                .forEach(secret -> statements.later(insertInto(CLIENT_SECRET)
                        .set(CLIENT_SECRET.ORG_ID, org.value())
                        .set(CLIENT_SECRET.CLIENT_ID, client.id().value())
                        .set(CLIENT_SECRET.SECRET_HASH, secret.bytes())
                        .set(CLIENT_SECRET.CREATED_AT, now)));
    }

    private SelectConditionStep<Record> owned(ClientId id, Sha256 token) {
        List<Field<?>> columns = new ArrayList<>(ClientRow.COLUMNS);
        columns.add(CLIENT.CREATED_AT);
        return select(columns)
                .from(CLIENT)
                .where(CLIENT.ORG_ID.eq(org.value()))
                .and(CLIENT.CLIENT_ID.eq(id.value()))
                .and(CLIENT.REGISTRATION_TOKEN_HASH.eq(token.bytes()))
                .and(CLIENT.ENABLED.isTrue());
    }

    private Optional<ManagedClient> first(ResultQuery<Record> query) {
        return statements.query(query).stream()
                .map(row -> new ManagedClient(ClientRow.toDomain(row), row.get(CLIENT.CREATED_AT)))
                .findFirst();
    }
}
