package dev.rampart.http.admin;

import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.settings.Branding;
import dev.rampart.domain.settings.ClientRegistration;
import dev.rampart.domain.settings.Color;
import dev.rampart.domain.settings.Compatibility;
import dev.rampart.domain.settings.OrganizationSettings;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.settings.Range;
import dev.rampart.domain.settings.SessionPolicy;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.HttpsUri;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Settings as the API takes them: {@code null} means what the server has, of a field and of a whole section. */
final class SettingsShape {

    private static final Kind COLOR = Kind.Text.like(Color.SHAPE, 7, "a colour such as #1a2b3c");

    private static final Kind BLOCKED_WORD = Kind.Text.between(
            (int) PasswordPolicy.BLOCKED_WORD_LENGTHS.least(), (int) PasswordPolicy.BLOCKED_WORD_LENGTHS.most());

    static final Shape PASSWORD = Shape.of(
            "PasswordSettings",
            Property.of("min_length", whole(PasswordPolicy.MIN_LENGTHS)),
            Property.of("max_length", whole(PasswordPolicy.MAX_LENGTHS)),
            Property.of("blocked_words", new Kind.ListOf(BLOCKED_WORD, PasswordPolicy.BLOCKED_WORDS_MAX)));

    static final Shape SESSION = Shape.of(
            "SessionSettings",
            Property.of("idle_lifetime", whole(SessionPolicy.IDLE)),
            Property.of("absolute_lifetime", whole(SessionPolicy.ABSOLUTE)),
            Property.of("max_per_user", whole(SessionPolicy.PER_USER)));

    static final Shape TOKEN = Shape.of(
            "TokenSettings",
            Property.of("access_token_lifetime", whole(TokenPolicy.TOKEN)),
            Property.of("id_token_lifetime", whole(TokenPolicy.TOKEN)),
            Property.of("code_lifetime", whole(TokenPolicy.CODE)),
            Property.of("refresh_token_idle_lifetime", whole(TokenPolicy.REFRESH_IDLE)),
            Property.of("refresh_token_absolute_lifetime", whole(TokenPolicy.REFRESH_ABSOLUTE)),
            Property.of("access_token_signing_alg", Kind.Choice.of((Object[]) SigningAlgorithm.values())));

    static final Shape CLIENT_REGISTRATION = Shape.of(
            "ClientRegistrationSettings",
            Property.of("mode", Kind.Choice.of((Object[]) ClientRegistration.Mode.values())),
            Property.of("max_clients", whole(ClientRegistration.MAX_CLIENTS_RANGE)));

    static final Shape BRANDING = Shape.of(
            "Branding",
            Property.of("display_name", Kind.Text.between(1, Branding.NAME_MAX)),
            Property.of("logo_uri", Kind.Text.upTo(HttpsUri.MAX_LENGTH).format("uri")),
            Property.of("primary_color", COLOR),
            Property.of("background_color", COLOR));

    static final Shape SETTINGS = Shape.of(
            "Settings",
            Property.of("password", new Kind.ObjectOf(PASSWORD)),
            Property.of("session", new Kind.ObjectOf(SESSION)),
            Property.of("token", new Kind.ObjectOf(TOKEN)),
            Property.of("client_registration", new Kind.ObjectOf(CLIENT_REGISTRATION)),
            Property.of("compatibility", Kind.Choice.of((Object[]) Compatibility.values())),
            Property.of("branding", new Kind.ObjectOf(BRANDING)));

    private SettingsShape() {}

    private static Kind whole(Range range) {
        return new Kind.Whole(range.least(), range.most());
    }

    /** Whether there is a logo in it that is none. */
    static boolean hasWrongLogo(Fields sent) {
        return sent.object("branding")
                .flatMap(branding -> branding.text("logo_uri"))
                .filter(text -> HttpsUri.parse(text).isEmpty())
                .isPresent();
    }

    static OrganizationSettings merged(Fields sent, OrganizationSettings before) {
        return new OrganizationSettings(
                new Section<>(sent, "password", PasswordPolicy.NONE).merged(before.password(), SettingsShape::password),
                new Section<>(sent, "session", SessionPolicy.NONE).merged(before.session(), SettingsShape::session),
                new Section<>(sent, "token", TokenPolicy.NONE).merged(before.token(), SettingsShape::token),
                new Section<>(sent, "client_registration", ClientRegistration.NONE)
                        .merged(before.clientRegistration(), SettingsShape::clientRegistration),
                sent.has("compatibility")
                        ? sent.text("compatibility")
                                .flatMap(Compatibility::parse)
                                .orElse(Compatibility.STRICT)
                        : before.compatibility(),
                new Section<>(sent, "branding", Branding.NONE).merged(before.branding(), SettingsShape::branding),
                before.version());
    }

    /** One object within the settings. */
    private record Section<T>(Fields sent, String name, T blank) {

        /** As it was if it was not sent, the blank one if it is {@code null}. */
        T merged(T before, BiFunction<Fields, T, T> merge) {
            return sent.has(name)
                    ? sent.object(name)
                            .map(fields -> merge.apply(fields, before))
                            .orElse(blank)
                    : before;
        }
    }

    private static PasswordPolicy password(Fields sent, PasswordPolicy before) {
        return new PasswordPolicy(
                number(sent, "min_length", before.minLength()),
                number(sent, "max_length", before.maxLength()),
                sent.has("blocked_words")
                        ? sent.texts("blocked_words").stream()
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .distinct()
                                .toList()
                        : before.blockedWords());
    }

    private static SessionPolicy session(Fields sent, SessionPolicy before) {
        return new SessionPolicy(
                seconds(sent, "idle_lifetime", before.idle()),
                seconds(sent, "absolute_lifetime", before.absolute()),
                number(sent, "max_per_user", before.maxPerUser()));
    }

    private static TokenPolicy token(Fields sent, TokenPolicy before) {
        return new TokenPolicy(
                seconds(sent, "access_token_lifetime", before.accessToken()),
                seconds(sent, "id_token_lifetime", before.idToken()),
                seconds(sent, "code_lifetime", before.code()),
                sent.has("access_token_signing_alg")
                        ? sent.text("access_token_signing_alg").map(SigningAlgorithm::valueOf)
                        : before.accessTokenAlgorithm(),
                seconds(sent, "refresh_token_idle_lifetime", before.refreshIdle()),
                seconds(sent, "refresh_token_absolute_lifetime", before.refreshAbsolute()));
    }

    private static ClientRegistration clientRegistration(Fields sent, ClientRegistration before) {
        return new ClientRegistration(
                sent.has("mode")
                        ? sent.text("mode")
                                .flatMap(ClientRegistration.Mode::parse)
                                .orElse(ClientRegistration.NONE.mode())
                        : before.mode(),
                number(sent, "max_clients", before.maxClients()));
    }

    private static Branding branding(Fields sent, Branding before) {
        return new Branding(
                sent.mergedText("display_name", before::displayName),
                sent.has("logo_uri") ? sent.text("logo_uri").flatMap(HttpsUri::parse) : before.logoUri(),
                sent.has("primary_color") ? sent.text("primary_color").flatMap(Color::parse) : before.primary(),
                sent.has("background_color")
                        ? sent.text("background_color").flatMap(Color::parse)
                        : before.background());
    }

    private static Optional<Integer> number(Fields sent, String name, Optional<Integer> before) {
        return sent.has(name) ? sent.number(name).map(Long::intValue) : before;
    }

    private static Optional<Duration> seconds(Fields sent, String name, Optional<Duration> before) {
        return sent.has(name) ? sent.number(name).map(Duration::ofSeconds) : before;
    }
}
