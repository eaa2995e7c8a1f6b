package dev.rampart.server.config;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.testing.TestAuthority;
import dev.rampart.outbound.http.OutboundSettings;
import dev.rampart.outbound.mail.SmtpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of the variables, and what is said of those that nothing can be made of. */
final class ServerConfigTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAME = Pattern.compile("\"(RAMPART_[A-Z_]+)\"");
    private static final Pattern DOCUMENTED = Pattern.compile("`(RAMPART_[A-Z_]+)`");

    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final String PASSWORD = "pa55-of-the-database";

    /** As little as {@code serve} can do with. */
    private static final Map<String, String> LEAST = Map.of(
            "RAMPART_ISSUER",
            "https://id.example/",
            "RAMPART_DB_URL",
            "postgres://rampart:" + PASSWORD + "@db.example:5433/rampart?sslmode=require",
            "RAMPART_ENCRYPTION_KEY",
            KEY);

    /** Everything that nobody but the server may know. */
    private static final Map<String, String> SECRETS = Map.of(
            "RAMPART_DB_OWNER_URL",
            "postgres://owner:pa55-of-the-owner@db.example/rampart",
            "RAMPART_DB_DIRECT_URL",
            "jdbc:postgresql://db.example/rampart?user=owner&password=pa55-on-the-way",
            "RAMPART_ENCRYPTION_KEY_PREVIOUS",
            "fedcba9876543210".repeat(4),
            "RAMPART_BOOTSTRAP_ADMIN_EMAIL",
            "ada@example.org",
            "RAMPART_BOOTSTRAP_ADMIN_PASSWORD",
            "pa55-of-the-admin",
            "RAMPART_BOOTSTRAP_CLIENT_ID",
            "boot",
            "RAMPART_BOOTSTRAP_CLIENT_SECRET",
            "pa55-of-the-client");

    @Test
    void takesWhatIsSetAndElseTheUsual() {
        ServerConfig config = serve(Map.of("RAMPART_PORT", "9090", "RAMPART_ACCESS_TOKEN_TTL", "PT10M"));

        assertThat(config.issuer().value()).isEqualTo("https://id.example");
        assertThat(config.http().port()).isEqualTo(9090);
        assertThat(config.http().host()).isEqualTo("127.0.0.1");
        assertThat(config.lifetimes().accessToken()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.database().maxConnections()).isEqualTo(10);
        assertThat(config.database().url().jdbc())
                .isEqualTo("jdbc:postgresql://db.example:5433/rampart?sslmode=require");
        assertThat(config.database().url().password().reveal()).isEqualTo(PASSWORD);
        assertThat(config.bootstrap().admin()).isEmpty();
        assertThat(config.logging().format()).isEqualTo(ServerConfig.Logging.Format.TEXT);
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(serve(Map.of("RAMPART_PORT", " ", "RAMPART_LOG_LEVEL", "")))
                .hasToString(serve(Map.of()).toString());
        assertThatThrownBy(() -> serve(Map.of("RAMPART_DB_URL", ""))).hasMessage("RAMPART_DB_URL is not set");
    }

    @Test
    void neverPrintsAPassword() {
        ServerConfig config = serve(SECRETS);

        assertThat(config.bootstrap().admin()).isPresent();
        assertThat(config.toString())
                .contains("https://id.example", "db.example", "ada@example.org", "boot")
                .doesNotContain("pa55", "fedcba98", "01234567");
    }

    @Test
    void repeatsNoSecretThatItCannotRead() {
        Map<String, String> bad = new HashMap<>();
        bad.put("RAMPART_DB_URL", "postgres:rampart:pa55@db.example/rampart");
        bad.put("RAMPART_DB_OWNER_URL", "mysql://owner:pa55@db.example/rampart");
        bad.put("RAMPART_DB_DIRECT_URL", "postgres://owner:pa55 word@db.example/rampart");
        bad.put("RAMPART_ENCRYPTION_KEY", "pa55");
        bad.put("RAMPART_ENCRYPTION_KEY_PREVIOUS", "pa55," + KEY + "pa55");
        bad.put("RAMPART_BOOTSTRAP_ADMIN_PASSWORD", "pa55");
        bad.put("RAMPART_BOOTSTRAP_CLIENT_SECRET", "pa55");

        List<String> problems = problems(bad);

        assertThat(problems).allSatisfy(problem -> assertThat(problem).doesNotContain("pa55", KEY));
        assertThat(bad.keySet())
                .allSatisfy(name -> assertThat(problems).anyMatch(problem -> problem.startsWith(name + " is ")));
    }

    @Test
    void reportsEveryProblemAtOnce() {
        List<String> problems = problems(Map.of(
                "RAMPART_ISSUER", "http://id.example",
                "RAMPART_DB_URL", "",
                "RAMPART_ENCRYPTION_KEY", "",
                "RAMPART_PORT", "65536",
                "RAMPART_TLS_CERT", "/no/such.pem",
                "RAMPART_ACCESS_TOKEN_TTL", "0",
                "RAMPART_LOG_LEVEL", "loud",
                "RAMPART_TRUSTED_PROXIES", "10.0.0.0/8, nearby",
                "RAMPART_BOOTSTRAP_CLIENT_ID", "boot",
                "RAMPART_PROT", "1"));

        assertThat(problems)
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).startsWith("RAMPART_ISSUER is not a URL"),
                        problem -> assertThat(problem).isEqualTo("RAMPART_DB_URL is not set"),
                        problem -> assertThat(problem).isEqualTo("RAMPART_ENCRYPTION_KEY is not set"),
                        problem -> assertThat(problem)
                                .isEqualTo("RAMPART_PORT is not a whole number from 0 to 65535: 65536"),
                        problem -> assertThat(problem).contains("/no/such.pem"),
                        problem -> assertThat(problem).startsWith("RAMPART_TLS_CERT and RAMPART_TLS_KEY go together"),
                        problem -> assertThat(problem).startsWith("RAMPART_ACCESS_TOKEN_TTL is not"),
                        problem -> assertThat(problem)
                                .isEqualTo("RAMPART_LOG_LEVEL is not one of trace, debug, info, warn, error: loud"),
                        problem -> assertThat(problem)
                                .startsWith("RAMPART_TRUSTED_PROXIES")
                                .endsWith(": nearby"),
                        problem -> assertThat(problem).contains("RAMPART_BOOTSTRAP_CLIENT_SECRET go together"),
                        problem -> assertThat(problem).startsWith("RAMPART_PROT is not a setting"));
    }

    @Test
    void namesTheNearestSettingForOneThatIsNone() {
        assertThat(problems(Map.of("RAMPART_ISUER", "https://id.example")))
                .containsExactly("RAMPART_ISUER is not a setting: did you mean RAMPART_ISSUER?");
        assertThat(problems(Map.of("RAMPART_BOOTSTRAP_ADMIN_MAIL", "a@b")))
                .containsExactly(
                        "RAMPART_BOOTSTRAP_ADMIN_MAIL is not a setting: did you mean RAMPART_BOOTSTRAP_ADMIN_EMAIL?");
        assertThat(serve(Map.of("PATH", "/bin", "OTHER_RAMPART_PORT", "1")))
                .hasToString(serve(Map.of()).toString());
    }

    @Test
    void readsThroughWhichServerMailLeaves() {
        Map<String, String> least = Map.of("RAMPART_SMTP_HOST", "mail.example", "RAMPART_SMTP_FROM", "id@example.org");

        assertThat(serve(Map.of()).mail()).isEmpty();
        assertThat(serve(least).mail())
                .contains(new SmtpSettings(
                        "mail.example",
                        587,
                        Optional.empty(),
                        new MailAddress("id@example.org"),
                        SmtpSettings.Tls.BY_STARTTLS));
        assertThat(tls(least, "RAMPART_SMTP_PORT", "465")).isEqualTo(SmtpSettings.Tls.FROM_THE_FIRST_BYTE);
        assertThat(tls(least, "RAMPART_SMTP_TLS", "starttls")).isEqualTo(SmtpSettings.Tls.IF_OFFERED);
        assertThat(tls(least, "RAMPART_SMTP_TLS", "off")).isEqualTo(SmtpSettings.Tls.OFF);
    }

    @Test
    void saysWhatIsMissingToSendMail() {
        assertThat(problems(Map.of("RAMPART_SMTP_HOST", "mail.example", "RAMPART_SMTP_USER", "rampart")))
                .containsExactlyInAnyOrder(
                        "RAMPART_SMTP_FROM is not set, and goes with RAMPART_SMTP_HOST",
                        "RAMPART_SMTP_USER and RAMPART_SMTP_PASSWORD go together: set both or neither");
        assertThat(problems(Map.of("RAMPART_SMTP_PORT", "25")))
                .containsExactly("RAMPART_SMTP_PORT is set, but RAMPART_SMTP_HOST is not");
        assertThat(problems(Map.of("RAMPART_SMTP_HOST", "mail.example", "RAMPART_SMTP_FROM", "nobody")))
                .containsExactly("RAMPART_SMTP_FROM is not an address such as no-reply@id.example: nobody");
    }

    private static SmtpSettings.Tls tls(Map<String, String> least, String name, String value) {
        Map<String, String> more = new HashMap<>(least);
        more.put(name, value);
        return serve(more).mail().orElseThrow().tls();
    }

    @Test
    void readsHowFarCallsMayGoAndWhomTheyTrust(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("root.pem");
        TestAuthority authority = TestAuthority.in(folder);
        Files.writeString(file, authority.pem());

        OutboundSettings outbound = serve(Map.of(
                        "RAMPART_OUTBOUND_ALLOW", "10.7.0.0/16, fd00:7::/32", "RAMPART_TRUST_CA", file.toString()))
                .outbound();

        assertThat(serve(Map.of()).outbound()).isEqualTo(OutboundSettings.NONE);
        assertThat(outbound.allowed()).hasToString("[10.7.0.0/16, fd00:7:0:0:0:0:0:0/32]");
        assertThat(outbound.roots()).containsExactly(authority.root());
    }

    @Test
    void saysWhatIsNoNetworkAndNoCertificate(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");

        assertThat(problems(Map.of("RAMPART_OUTBOUND_ALLOW", "inside", "RAMPART_TRUST_CA", empty.toString())))
                .containsExactlyInAnyOrder(
                        "RAMPART_OUTBOUND_ALLOW has something that is not a network such as 10.0.0.0/8: inside",
                        "RAMPART_TRUST_CA is not a file that can be read, with a certificate in PEM: " + empty);
        assertThat(problems(Map.of("RAMPART_TRUST_CA", "/no/such.pem")))
                .containsExactly(
                        "RAMPART_TRUST_CA is not a file that can be read, with a certificate in PEM: /no/such.pem");
    }

    @Test
    void readsTheVariablesThatAreDocumentedAndNoOther() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> sources =
                Files.list(ROOT.resolve("rampart-server/src/main/java/dev/rampart/server/config"))) {
            for (Path source : sources.toList()) {
                read.addAll(names(NAME, Files.readString(source)));
            }
        }
        Set<String> documented = names(DOCUMENTED, Files.readString(ROOT.resolve("docs/configuration.md")));

        assertThat(read).hasSizeGreaterThan(20);
        assertThat(documented).containsExactlyInAnyOrderElementsOf(read);
        for (String name : documented) {
            Map<String, String> set = Map.of(name, "not fit for anything");
            assertThat(complaints(set)).as(name).noneMatch(problem -> problem.contains("is not a setting"));
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(toSet());
    }

    private static ServerConfig serve(Map<String, String> more) {
        return new ConfigReader(new Environment(with(more))).serve();
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        return all;
    }

    /** What is wrong, where something is. */
    private static List<String> problems(Map<String, String> more) {
        InvalidConfigException refused = catchThrowableOfType(InvalidConfigException.class, () -> serve(more));
        assertThat(refused).isNotNull();
        return complaints(refused);
    }

    private static List<String> complaints(Map<String, String> more) {
        InvalidConfigException refused = catchThrowableOfType(InvalidConfigException.class, () -> serve(more));
        return refused == null ? List.of() : complaints(refused);
    }

    private static List<String> complaints(InvalidConfigException refused) {
        return String.valueOf(refused.getMessage()).lines().toList();
    }
}
