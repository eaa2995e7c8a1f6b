package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.key.Vault;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.server.AdminApi.Answer;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Looks for a person who was erased, in every column of every table, and does not find them. */
final class ErasureTest {

    private static final String EMAIL = "Augusta.Byron@Example.org";
    private static final String LATER_EMAIL = "ockham@example.net";
    private static final String PASSWORD = "an engine that weaves algebra";
    private static final String PERSON = """
            {"username": "enchantress", "email": "Augusta.Byron@Example.org",
            "password": "an engine that weaves algebra", "name": "Augusta Ada Byron", "given_name": "Augusta",
            "family_name": "Byron",
            "phone_number": "+44 20 7946 0123", "attributes": {"tutor": "Babbage"},
            "address": {"locality": "Piccadilly"}}""";

    /** What must be nowhere, in lower case. */
    private static final List<String> WORDS =
            List.of("augusta", "byron", "enchantress", "ockham@", "7946 0123", "7946+0123", "babbage", "piccadilly");

    private TestServer server;
    private AdminApi owner;
    private String path = "";

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        owner = AdminApi.of(server, GLOBEX, "boss");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void leavesNothingOfAPersonInAnyColumn() throws Exception {
        live();
        assertThat(EveryColumn.that(WORDS))
                .contains("app_user.email", "app_user.phone_number", "user_token.token", "sign_in_flow.login_hint");
        assertThat(accountsTried()).isPositive();
        assertThat(answersThatTellOf(WORDS)).isPositive();
        int events = WrittenEvents.verified(server.component.vault());

        assertThat(owner.post(path + "/erase", "").status()).isEqualTo(204);

        assertThat(EveryColumn.that(WORDS)).isEmpty();
        assertThat(EveryColumn.count()).isGreaterThan(100);
        assertThat(EveryColumn.that(List.of(id())))
                .as("the log alone still knows the id")
                .allMatch(ErasureTest::isOfTheLog);
        assertThat(accountsTried()).isZero();
        assertThat(answersThatTellOf(WORDS)).isZero();
        assertThat(WrittenEvents.verified(server.component.vault())).isEqualTo(events + 1);
    }

    /** The log holds no name in clear even while the person is there. */
    @Test
    void keepsWhatTheLogKnowsOfPeopleSealed() throws Exception {
        live();

        assertThat(EveryColumn.that(WORDS)).noneMatch(ErasureTest::isOfTheLog);
        Answer events = owner.get("/audit-events?limit=200&target=" + id());
        assertThat(events.http().body()).contains("Augusta Ada Byron", EMAIL, LATER_EMAIL, "Babbage", "127.0.0.1");
        assertThat(events.http().body()).doesNotContain("\"erased\"");
    }

    @Test
    void tellsAnAuditorThatWhatWasKnownIsErased() throws Exception {
        live();

        owner.post(path + "/erase", "");

        Answer events = owner.get("/audit-events?limit=200&target=" + id());
        assertThat(events.http().body().toLowerCase(Locale.ROOT)).doesNotContain(WORDS);
        JsonNode changed = find(events, "user.updated");
        assertThat(changed.at("/target/erased").asBoolean(false)).isTrue();
        assertThat(changed.at("/target/name").isMissingNode()).isTrue();
        assertThat(changed.at("/changes/email").toString()).isEqualTo("{\"erased\":true}");
        assertThat(changed.at("/changes/email_verified/after").asString("")).isEqualTo("true");
        JsonNode acted =
                owner.get("/audit-events?limit=200&actor=" + id()).json().at("/items/0");
        assertThat(acted.at("/actor/erased").asBoolean(false)).isTrue();
        assertThat(acted.has("ip") || acted.has("user_agent")).isFalse();
        JsonNode erased = find(events, "user.erased");
        assertThat(erased.path("target").properties()).hasSize(2);
        assertThat(erased.path("changes").isEmpty()).isTrue();
    }

    @Test
    void erasesWhoeverErasesThemself() throws Exception {
        live();
        AdminApi self = new AdminApi(server, token());

        assertThat(self.post(path + "/erase", "").status()).isEqualTo(204);

        assertThat(self.get("/users").status()).isEqualTo(401);
        assertThat(EveryColumn.that(WORDS)).isEmpty();
        WrittenEvents.verified(server.component.vault());
    }

    @Test
    void namesNobodyWhoTriedANameThatIsNobodys() throws Exception {
        try (TestBrowser browser = new TestBrowser()) {
            CodeFlow flow = new CodeFlow(server.issuer(GLOBEX), browser);
            browser.submit(flow.signInPage(Map.of()), Map.of("username", "augusta@nowhere.example", "password", "x"));
        }

        assertThat(find(owner.get("/audit-events"), "session.started")
                        .path("reason")
                        .asString(""))
                .isEqualTo("USER_UNKNOWN");
        assertThat(EveryColumn.that(WORDS)).isEmpty();
    }

    /** An event in another organization is sealed under the key that lies in one's own. */
    @Test
    void reachesWhatWasDoneElsewhere() throws Exception {
        AdminApi root = AdminApi.of(server, OrgSlug.DEFAULT, "root");
        String person = "/users/" + root.post("/users", PERSON).text("/id");
        root.send("PUT", person + "/roles/instance-admin", "", Map.of());
        AdminApi admin = new AdminApi(server, token(OrgSlug.DEFAULT, EMAIL));
        String elsewhere = "/organizations/" + GLOBEX;
        assertThat(admin.post(elsewhere + "/users", "{\"username\": \"guest\"}").status())
                .isEqualTo(201);
        JsonNode told = find(
                root.get(elsewhere + "/audit-events?actor=" + person.substring("/users/".length())), "user.created");
        assertThat(told.at("/actor/name").asString("")).isEqualTo("Augusta Ada Byron");
        assertThat(told.path("ip").asString("")).isEqualTo("127.0.0.1");

        assertThat(root.post(person + "/erase", "").status()).isEqualTo(204);

        assertThat(EveryColumn.that(WORDS)).isEmpty();
        WrittenEvents.verified(server.component.vault());
    }

    /** Whatever can be remembered of a person: two addresses, sessions, tokens, guesses, hints, answers, acts. */
    private void live() throws Exception {
        Answer invited = owner.post("/invitations", "{\"email\": \"%s\"}".formatted(LATER_EMAIL));
        assertThat(invited.status()).as(invited.http().body()).isEqualTo(201);
        Answer made = owner.send("POST", "/users", PERSON, Map.of("Idempotency-Key", "k1"));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        path = "/users/" + made.text("/id");
        assertThat(owner.send("PUT", path + "/roles/admin", "", Map.of()).status())
                .isEqualTo(204);
        AdminApi self = new AdminApi(server, token());
        assertThat(self.post("/users", "{\"username\": \"guest\"}").status()).isEqualTo(201);
        try (TestBrowser browser = new TestBrowser()) {
            CodeFlow flow = new CodeFlow(server.issuer(GLOBEX), browser);
            for (String name : List.of(EMAIL, "Enchantress", LATER_EMAIL)) {
                browser.submit(flow.signInPage(Map.of("login_hint", name)), Map.of("username", name, "password", "x"));
            }
        }
        assertThat(owner.patch(path, "{\"email\": \"%s\", \"email_verified\": true}".formatted(LATER_EMAIL))
                        .status())
                .isEqualTo(200);
        try (TestBrowser browser = new TestBrowser()) {
            new CodeFlow(server.issuer(GLOBEX), browser).signInPage(Map.of("login_hint", LATER_EMAIL, "state", "x"));
        }
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.send("POST", path + "/restore", "", Map.of("Idempotency-Key", "k2"))
                        .status())
                .isEqualTo(200);
    }

    private String id() {
        return path.substring("/users/".length());
    }

    private String token() throws Exception {
        return token(GLOBEX, "enchantress");
    }

    private String token(OrgSlug org, String name) throws Exception {
        try (TestBrowser browser = new TestBrowser()) {
            CodeFlow flow = new CodeFlow(server.issuer(org), browser);
            HttpResponse<String> posted = browser.submit(
                    flow.signInPage(Map.of("resource", server.at(AdminApi.PATH))),
                    Map.of("username", name, "password", PASSWORD));
            String back = TestBrowser.location(browser.follow(posted));
            return CodeFlow.member(flow.redeem(back.replaceAll(".*[?&]code=([^&]+).*", "$1")), "access_token");
        }
    }

    private static JsonNode find(Answer events, String type) {
        return events.json()
                .path("items")
                .valueStream()
                .filter(event -> event.path("type").asString("").equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOfTheLog(String column) {
        return column.startsWith("audit_event");
    }

    /** Guesses at the person's id, and at the names that they have now: digests, which say whose they are. */
    private int accountsTried() throws Exception {
        int tried = 0;
        for (String account : List.of(id(), LATER_EMAIL, "enchantress")) {
            String digest =
                    HexFormat.of().formatHex(Sha256.of(Secret.of(account)).bytes());
            tried += Tables.query(
                            "SELECT 1 FROM sign_in_throttle WHERE encode(account, 'hex') = '%s'".formatted(digest))
                    .size();
        }
        return tried;
    }

    private long answersThatTellOf(List<String> words) throws Exception {
        long telling = 0;
        for (List<String> row :
                Tables.query("SELECT org_id, encode(key_hash, 'hex'), encode(answer, 'hex') FROM idempotency_key"
                        + " WHERE answer IS NOT NULL")) {
            byte[] open = server.component
                    .vault()
                    .open(
                            OrgId.parse(row.get(0)),
                            new Vault.Place("idempotency_key", "answer", row.get(1)),
                            HexFormat.of().parseHex(row.get(2)));
            String text = new String(open, UTF_8).toLowerCase(Locale.ROOT);
            telling += words.stream().anyMatch(text::contains) ? 1 : 0;
        }
        return telling;
    }
}
