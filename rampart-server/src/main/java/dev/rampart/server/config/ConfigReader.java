package dev.rampart.server.config;

import dev.rampart.crypto.vault.KeyEncryptionKey;
import dev.rampart.crypto.vault.KeyEncryptionKeys;
import dev.rampart.domain.grant.RefreshTokens;
import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.outbound.http.OutboundSettings;
import dev.rampart.outbound.mail.SmtpSettings;
import dev.rampart.server.config.ServerConfig.Bootstrap;
import dev.rampart.server.config.ServerConfig.Database;
import dev.rampart.server.config.ServerConfig.Lifetimes;
import dev.rampart.server.config.ServerConfig.Logging;
import dev.rampart.server.config.ServerConfig.Rates;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the {@code RAMPART_*} variables. Reports every problem at once, not just the first. */
public final class ConfigReader {

    private static final Duration ACCESS_TOKEN = Duration.ofMinutes(5);
    private static final Duration CODE = Duration.ofSeconds(60);
    private static final int MIN_SECRET = 16;
    private static final int MIN_BOOTSTRAP_PASSWORD = 8;
    private static final int MAX_PASSWORD = 256;
    private static final int MAX_RATE = 1_000_000;

    private final Environment environment;

    public ConfigReader(Environment environment) {
        this.environment = environment;
    }

    /** For {@code serve}: database, issuer and key must be given. */
    public ServerConfig serve() {
        KeyEncryptionKeys keys = keys(environment.required("RAMPART_ENCRYPTION_KEY"));
        return config(issuer(environment.required("RAMPART_ISSUER")), database(), keys, Logging.Format.TEXT);
    }

    /** For {@code dev}, which brings its own database and keeps its own key. */
    public ServerConfig dev(DatabaseUrl url, DatabaseUrl owner, String key) {
        environment.ignored("RAMPART_DB_URL", "RAMPART_DB_OWNER_URL", "RAMPART_DB_DIRECT_URL");
        String fallback = "http://localhost:" + HttpReader.port(environment);
        Issuer issuer = issuer(environment.optional("RAMPART_ISSUER").orElse(fallback));
        String given = environment.optional("RAMPART_ENCRYPTION_KEY").orElse(key);
        Database database = new Database(url, Optional.of(owner), Optional.empty(), maxConnections());
        return config(issuer, database, keys(given), Logging.Format.PRETTY);
    }

    /** For {@code migrate}: the database alone. */
    public Database migrate() {
        environment.ignored(HttpReader.NAMES);
        environment.ignored("RAMPART_ENCRYPTION_KEY", "RAMPART_ENCRYPTION_KEY_PREVIOUS");
        settingsOf(Logging.Format.TEXT);
        Database database = database();
        environment.failIfAnyProblem();
        return database;
    }

    private ServerConfig config(Issuer issuer, Database database, KeyEncryptionKeys keys, Logging.Format format) {
        Settings settings = settingsOf(format);
        ServerConfig config = new ServerConfig(
                issuer,
                HttpReader.read(environment, issuer),
                database,
                keys,
                settings.lifetimes(),
                settings.rates(),
                settings.mail(),
                settings.outbound(),
                settings.bootstrap(),
                settings.logging(),
                settings.metricsToken());
        environment.failIfAnyProblem();
        return config;
    }

    private record Settings(
            Lifetimes lifetimes,
            Rates rates,
            Optional<SmtpSettings> mail,
            OutboundSettings outbound,
            Bootstrap bootstrap,
            Logging logging,
            Optional<Secret> metricsToken) {}

    private Settings settingsOf(Logging.Format format) {
        environment.ignored("RAMPART_JAVA_HOME", "RAMPART_JAVA_OPTS", "RAMPART_DATA_DIR");
        return new Settings(
                new Lifetimes(
                        environment.duration("RAMPART_ACCESS_TOKEN_TTL", ACCESS_TOKEN),
                        CODE,
                        refreshToken(),
                        SessionLimits.DEFAULT),
                new Rates(
                        rate("RAMPART_RATE_LIMIT_LOGIN", 60),
                        rate("RAMPART_RATE_LIMIT_REGISTER", 10),
                        rate("RAMPART_RATE_LIMIT_TOKEN", 6000)),
                MailReader.read(environment),
                OutboundReader.read(environment),
                new Bootstrap(admin(), client()),
                new Logging(
                        environment.choice("RAMPART_LOG_LEVEL", Logging.Level.INFO, Logging.Level.values()),
                        environment.choice("RAMPART_LOG_FORMAT", format, Logging.Format.values())),
                metricsToken());
    }

    /** Whoever lets one lie unused for longer than it could be refreshed at all wants the latter as well. */
    private RefreshTokens.Lifetimes refreshToken() {
        RefreshTokens.Lifetimes usual = RefreshTokens.Lifetimes.DEFAULT;
        Duration idle = environment.duration("RAMPART_REFRESH_TOKEN_TTL", usual.idle());
        return new RefreshTokens.Lifetimes(idle, idle.compareTo(usual.absolute()) > 0 ? idle : usual.absolute());
    }

    private Optional<Secret> metricsToken() {
        Optional<String> token = environment.optional("RAMPART_METRICS_TOKEN");
        atLeast("RAMPART_METRICS_TOKEN", token, MIN_SECRET);
        return token.map(Secret::of);
    }

    private Database database() {
        return new Database(
                environment.optional("RAMPART_DB_URL").isEmpty()
                        ? missing("RAMPART_DB_URL")
                        : databaseUrl("RAMPART_DB_URL").orElse(DatabaseUrl.NONE),
                databaseUrl("RAMPART_DB_OWNER_URL"),
                databaseUrl("RAMPART_DB_DIRECT_URL"),
                maxConnections());
    }

    private DatabaseUrl missing(String name) {
        environment.required(name);
        return DatabaseUrl.NONE;
    }

    private int maxConnections() {
        return environment.integer("RAMPART_DB_MAX_CONNECTIONS", 10, 1, 1000);
    }

    /** Does not repeat what it could not read, for there is a password in it. */
    private Optional<DatabaseUrl> databaseUrl(String name) {
        try {
            return environment.optional(name).map(DatabaseUrl::parse);
        } catch (IllegalArgumentException e) {
            environment.problem(name + " is not a URL such as postgres://user:password@host:5432/rampart");
            return Optional.empty();
        }
    }

    private Issuer issuer(String text) {
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (!text.isEmpty() && !isIssuer(trimmed)) {
            environment.problem("RAMPART_ISSUER is not a URL such as https://id.example: %s (https, no path; http on "
                            .formatted(text)
                    + "this machine only)");
        }
        return new Issuer(trimmed);
    }

    private static boolean isIssuer(String text) {
        try {
            URI uri = URI.create(text);
            boolean loopback = List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
            boolean scheme = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback);
            return scheme
                    && uri.getHost() != null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Never repeats a key. */
    private KeyEncryptionKeys keys(String current) {
        List<KeyEncryptionKey> previous = environment.list("RAMPART_ENCRYPTION_KEY_PREVIOUS").stream()
                .flatMap(hex -> key("RAMPART_ENCRYPTION_KEY_PREVIOUS", hex).stream())
                .toList();
        Optional<KeyEncryptionKey> key = current.isEmpty() ? Optional.empty() : key("RAMPART_ENCRYPTION_KEY", current);
        return new KeyEncryptionKeys(key.orElse(PLACEHOLDER), previous);
    }

    /** Stands where a key is missing or malformed, until all problems are told. Seals nothing. */
    private static final KeyEncryptionKey PLACEHOLDER =
            KeyEncryptionKey.parse("0".repeat(64)).orElseThrow();

    private Optional<KeyEncryptionKey> key(String name, String hex) {
        Optional<KeyEncryptionKey> key = KeyEncryptionKey.parse(hex);
        if (key.isEmpty()) {
            environment.problem(name + " is not 64 hexadecimal digits (openssl rand -hex 32 makes some)");
        }
        return key;
    }

    private Rate rate(String name, int fallback) {
        return new Rate(environment.integer(name, fallback, 0, MAX_RATE));
    }

    private Optional<Bootstrap.Admin> admin() {
        Optional<String> email = environment.optional("RAMPART_BOOTSTRAP_ADMIN_EMAIL");
        Optional<String> password = environment.optional("RAMPART_BOOTSTRAP_ADMIN_PASSWORD");
        together("RAMPART_BOOTSTRAP_ADMIN_EMAIL", email, "RAMPART_BOOTSTRAP_ADMIN_PASSWORD", password);
        email.filter(address -> address.indexOf('@') < 1)
                .ifPresent(
                        address -> environment.problem("RAMPART_BOOTSTRAP_ADMIN_EMAIL is not an address: " + address));
        atLeast("RAMPART_BOOTSTRAP_ADMIN_PASSWORD", password, MIN_BOOTSTRAP_PASSWORD);
        password.filter(text -> text.length() > MAX_PASSWORD)
                .ifPresent(text -> environment.problem(
                        "RAMPART_BOOTSTRAP_ADMIN_PASSWORD is longer than %d characters".formatted(MAX_PASSWORD)));
        return email.flatMap(address -> password.map(secret -> new Bootstrap.Admin(address, Secret.of(secret))));
    }

    private Optional<Bootstrap.ServiceClient> client() {
        Optional<String> id = environment.optional("RAMPART_BOOTSTRAP_CLIENT_ID");
        Optional<String> secret = environment.optional("RAMPART_BOOTSTRAP_CLIENT_SECRET");
        together("RAMPART_BOOTSTRAP_CLIENT_ID", id, "RAMPART_BOOTSTRAP_CLIENT_SECRET", secret);
        atLeast("RAMPART_BOOTSTRAP_CLIENT_SECRET", secret, MIN_SECRET);
        return id.flatMap(name -> secret.map(text -> new Bootstrap.ServiceClient(name, Secret.of(text))));
    }

    private void together(String one, Optional<String> first, String other, Optional<String> second) {
        if (first.isPresent() != second.isPresent()) {
            environment.problem("%s and %s go together: set both or neither".formatted(one, other));
        }
    }

    private void atLeast(String name, Optional<String> secret, int characters) {
        secret.filter(text -> text.length() < characters)
                .ifPresent(text -> environment.problem("%s is shorter than %d characters".formatted(name, characters)));
    }
}
