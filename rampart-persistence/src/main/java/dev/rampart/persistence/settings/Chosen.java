package dev.rampart.persistence.settings;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION_SETTINGS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.settings.ClientRegistration;
import dev.rampart.domain.settings.Compatibility;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.OrgId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** What an organization has chosen, asked by the statement that decides: so it holds at once, on every node. */
public final class Chosen {

    private static final List<SelectField<?>> TOKENS = List.of(
            ORGANIZATION_SETTINGS.DEFAULT_ACCESS_TOKEN_LIFETIME,
            ORGANIZATION_SETTINGS.ID_TOKEN_LIFETIME,
            ORGANIZATION_SETTINGS.CODE_LIFETIME,
            ORGANIZATION_SETTINGS.ACCESS_TOKEN_ALGORITHM,
            ORGANIZATION_SETTINGS.REFRESH_TOKEN_IDLE,
            ORGANIZATION_SETTINGS.REFRESH_TOKEN_ABSOLUTE,
            ORGANIZATION_SETTINGS.COMPATIBILITY);

    private static final List<SelectField<?>> REGISTRATION = List.of(
            ORGANIZATION_SETTINGS.CLIENT_REGISTRATION_MODE, ORGANIZATION_SETTINGS.CLIENT_REGISTRATION_MAX_CLIENTS);

    private Chosen() {}

    /** For a statement that is joined on {@link #isOf}, to the left, since there may be no row. */
    public static List<SelectField<?>> tokens() {
        return TOKENS;
    }

    /** Likewise. */
    public static List<SelectField<?>> registration() {
        return REGISTRATION;
    }

    public static ClientRegistration registration(Record row) {
        return new ClientRegistration(
                Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.CLIENT_REGISTRATION_MODE))
                        .map(text -> ClientRegistration.Mode.parse(text).orElseThrow())
                        .orElse(ClientRegistration.Mode.OFF),
                Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.CLIENT_REGISTRATION_MAX_CLIENTS)));
    }

    public static Condition isOf(OrgId org) {
        return ORGANIZATION_SETTINGS.ORG_ID.eq(org.value());
    }

    public static TokenPolicy tokens(Record row) {
        return new TokenPolicy(
                seconds(row.get(ORGANIZATION_SETTINGS.DEFAULT_ACCESS_TOKEN_LIFETIME)),
                seconds(row.get(ORGANIZATION_SETTINGS.ID_TOKEN_LIFETIME)),
                seconds(row.get(ORGANIZATION_SETTINGS.CODE_LIFETIME)),
                Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.ACCESS_TOKEN_ALGORITHM))
                        .map(SigningAlgorithm::valueOf),
                seconds(row.get(ORGANIZATION_SETTINGS.REFRESH_TOKEN_IDLE)),
                seconds(row.get(ORGANIZATION_SETTINGS.REFRESH_TOKEN_ABSOLUTE)));
    }

    public static Compatibility compatibility(Record row) {
        return Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.COMPATIBILITY))
                .map(text -> Compatibility.parse(text).orElseThrow())
                .orElse(Compatibility.STRICT);
    }

    /** A number of the organization whose id that field is; the server's if it has chosen none. */
    public static Field<Integer> number(Field<Integer> column, Field<UUID> org, long otherwise) {
        return coalesce(number(column, org), inline((int) otherwise));
    }

    /** The same; null if it has chosen none. */
    public static Field<Integer> number(Field<Integer> column, Field<UUID> org) {
        return field(select(column).from(ORGANIZATION_SETTINGS).where(ORGANIZATION_SETTINGS.ORG_ID.eq(org)));
    }

    static Optional<Duration> seconds(@Nullable Integer value) {
        return Optional.ofNullable(value).map(Duration::ofSeconds);
    }
}
