package dev.rampart.persistence.settings;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION_SETTINGS;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.settings.Branding;
import dev.rampart.domain.settings.ClientRegistration;
import dev.rampart.domain.settings.Color;
import dev.rampart.domain.settings.OrganizationSettings;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.settings.SessionPolicy;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.HttpsUri;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Settings as the columns of a row. */
final class SettingsRow {

    /** All that {@link #toDomain} needs. */
    static final List<Field<?>> COLUMNS = List.of(
            ORGANIZATION_SETTINGS.PASSWORD_MIN_LENGTH,
            ORGANIZATION_SETTINGS.PASSWORD_MAX_LENGTH,
            ORGANIZATION_SETTINGS.PASSWORD_BLOCKED_WORDS,
            ORGANIZATION_SETTINGS.SESSION_IDLE,
            ORGANIZATION_SETTINGS.SESSION_ABSOLUTE,
            ORGANIZATION_SETTINGS.SESSIONS_PER_USER,
            ORGANIZATION_SETTINGS.DEFAULT_ACCESS_TOKEN_LIFETIME,
            ORGANIZATION_SETTINGS.ID_TOKEN_LIFETIME,
            ORGANIZATION_SETTINGS.CODE_LIFETIME,
            ORGANIZATION_SETTINGS.ACCESS_TOKEN_ALGORITHM,
            ORGANIZATION_SETTINGS.REFRESH_TOKEN_IDLE,
            ORGANIZATION_SETTINGS.REFRESH_TOKEN_ABSOLUTE,
            ORGANIZATION_SETTINGS.CLIENT_REGISTRATION_MODE,
            ORGANIZATION_SETTINGS.CLIENT_REGISTRATION_MAX_CLIENTS,
            ORGANIZATION_SETTINGS.COMPATIBILITY,
            ORGANIZATION_SETTINGS.BRAND_DISPLAY_NAME,
            ORGANIZATION_SETTINGS.BRAND_LOGO_URI,
            ORGANIZATION_SETTINGS.BRAND_PRIMARY_COLOR,
            ORGANIZATION_SETTINGS.BRAND_BACKGROUND_COLOR,
            ORGANIZATION_SETTINGS.VERSION);

    private SettingsRow() {}

    /** Of an organization whose settings may not have a row. */
    static OrganizationSettings toDomain(Record row) {
        return row.get(ORGANIZATION_SETTINGS.VERSION) == null
                ? OrganizationSettings.NONE
                : new OrganizationSettings(
                        password(row),
                        session(row),
                        Chosen.tokens(row),
                        Chosen.registration(row),
                        Chosen.compatibility(row),
                        branding(row),
                        row.get(ORGANIZATION_SETTINGS.VERSION));
    }

    private static PasswordPolicy password(Record row) {
        return new PasswordPolicy(
                Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.PASSWORD_MIN_LENGTH)),
                Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.PASSWORD_MAX_LENGTH)),
                List.of(row.get(ORGANIZATION_SETTINGS.PASSWORD_BLOCKED_WORDS)));
    }

    private static SessionPolicy session(Record row) {
        return new SessionPolicy(
                Chosen.seconds(row.get(ORGANIZATION_SETTINGS.SESSION_IDLE)),
                Chosen.seconds(row.get(ORGANIZATION_SETTINGS.SESSION_ABSOLUTE)),
                Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.SESSIONS_PER_USER)));
    }

    static Branding branding(Record row) {
        return new Branding(
                Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.BRAND_DISPLAY_NAME)),
                Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.BRAND_LOGO_URI))
                        .map(HttpsUri::new),
                Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.BRAND_PRIMARY_COLOR))
                        .map(Color::new),
                Optional.ofNullable(row.get(ORGANIZATION_SETTINGS.BRAND_BACKGROUND_COLOR))
                        .map(Color::new));
    }

    static Map<Field<?>, Field<?>> of(OrganizationSettings settings, Instant now) {
        Map<Field<?>, Field<?>> row = new LinkedHashMap<>();
        PasswordPolicy password = settings.password();
        put(row, ORGANIZATION_SETTINGS.PASSWORD_MIN_LENGTH, password.minLength());
        put(row, ORGANIZATION_SETTINGS.PASSWORD_MAX_LENGTH, password.maxLength());
        row.put(ORGANIZATION_SETTINGS.PASSWORD_BLOCKED_WORDS, words(password.blockedWords()));
        SessionPolicy session = settings.session();
        put(row, ORGANIZATION_SETTINGS.SESSION_IDLE, seconds(session.idle()));
        put(row, ORGANIZATION_SETTINGS.SESSION_ABSOLUTE, seconds(session.absolute()));
        put(row, ORGANIZATION_SETTINGS.SESSIONS_PER_USER, session.maxPerUser());
        TokenPolicy token = settings.token();
        put(row, ORGANIZATION_SETTINGS.DEFAULT_ACCESS_TOKEN_LIFETIME, seconds(token.accessToken()));
        put(row, ORGANIZATION_SETTINGS.ID_TOKEN_LIFETIME, seconds(token.idToken()));
        put(row, ORGANIZATION_SETTINGS.CODE_LIFETIME, seconds(token.code()));
        put(row, ORGANIZATION_SETTINGS.REFRESH_TOKEN_IDLE, seconds(token.refreshIdle()));
        put(row, ORGANIZATION_SETTINGS.REFRESH_TOKEN_ABSOLUTE, seconds(token.refreshAbsolute()));
        put(
                row,
                ORGANIZATION_SETTINGS.ACCESS_TOKEN_ALGORITHM,
                token.accessTokenAlgorithm().map(Enum::name));
        ClientRegistration registration = settings.clientRegistration();
        row.put(
                ORGANIZATION_SETTINGS.CLIENT_REGISTRATION_MODE,
                val(registration.mode().toString()));
        put(row, ORGANIZATION_SETTINGS.CLIENT_REGISTRATION_MAX_CLIENTS, registration.maxClients());
        row.put(
                ORGANIZATION_SETTINGS.COMPATIBILITY,
                val(settings.compatibility().toString()));
        Branding branding = settings.branding();
        put(row, ORGANIZATION_SETTINGS.BRAND_DISPLAY_NAME, branding.displayName());
        put(row, ORGANIZATION_SETTINGS.BRAND_LOGO_URI, branding.logoUri().map(HttpsUri::value));
        put(row, ORGANIZATION_SETTINGS.BRAND_PRIMARY_COLOR, branding.primary().map(Color::value));
        put(
                row,
                ORGANIZATION_SETTINGS.BRAND_BACKGROUND_COLOR,
                branding.background().map(Color::value));
        row.put(ORGANIZATION_SETTINGS.VERSION, val(settings.version()));
        row.put(ORGANIZATION_SETTINGS.UPDATED_AT, val(now, ORGANIZATION_SETTINGS.UPDATED_AT));
        return row;
    }

    private static <T> void put(Map<Field<?>, Field<?>> row, Field<T> column, Optional<T> value) {
        row.put(column, value.<Field<T>>map(some -> val(some, column)).orElse(inline(null, column)));
    }

    private static Optional<Integer> seconds(Optional<Duration> duration) {
        return duration.map(value -> (int) value.toSeconds());
    }

    /** One by one: as a single value the driver would not know its type, and split the exchange to ask. */
    private static Field<String[]> words(List<String> words) {
        return array(words.stream().map(DSL::val).toList()).cast(ORGANIZATION_SETTINGS.PASSWORD_BLOCKED_WORDS);
    }
}
