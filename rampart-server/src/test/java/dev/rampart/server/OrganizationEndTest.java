package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.EndOrganization;
import dev.rampart.domain.organization.EraseOrganizations;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.server.AdminApi.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of an organization, as those meet it who bring it about and those who are in it. */
final class OrganizationEndTest {

    private static final String ONE = "/organizations/globex-two";

    private static final String TENANT_TABLES = """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE a.attname = 'org_id' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'audit\\_%'""";

    private TestServer server;
    private AdminApi root;
    private AdminApi boss;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        root = AdminApi.of(server, OrgSlug.DEFAULT, "root");
        boss = AdminApi.of(server, GLOBEX, "boss");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isDisabledEverywhereAtOnceWhenItsOwnerDeletesIt() throws Exception {
        assertThat(boss.delete(ONE).status()).isEqualTo(204);

        assertThat(boss.get("/users").status()).isEqualTo(401);
        assertThat(AdminApi.token(server, GLOBEX, "boss", TestServer.SECRET).statusCode())
                .isEqualTo(404);
        Answer shown = root.get(ONE);
        assertThat(shown.text("/enabled")).isEqualTo("false");
        assertThat(shown.text("/deletion_at"))
                .isEqualTo(
                        server.clock.instant().plus(EndOrganization.RESTORABLE).toString());
        assertThat(root.patch(ONE, "{\"enabled\": true}").status()).isEqualTo(403);
        assertThat(root.delete(ONE).status()).isEqualTo(204);
        assertThat(events("/audit-events?type=organization.deleted")).containsExactly("success boss");
        assertThat(events(ONE + "/audit-events?type=organization.deleted")).containsExactly("success boss");
    }

    @Test
    void isRestoredAsItWas() throws Exception {
        root.delete(ONE);

        Answer restored = root.send("POST", ONE + "/restore", "", Map.of());

        assertThat(restored.status()).as(restored.http().body()).isEqualTo(200);
        assertThat(restored.text("/enabled")).isEqualTo("true");
        assertThat(restored.json().has("deletion_at")).isFalse();
        assertThat(boss.get("/users").status()).isEqualTo(200);
        assertThat(root.send("POST", ONE + "/restore", "", Map.of()).status()).isEqualTo(409);
        assertThat(events("/audit-events?type=organization.restored"))
                .containsExactly("success root"); // The refusal stands in its own log alone.
        server.clock.advance(EndOrganization.RESTORABLE);
        assertThat(erase()).isZero();
    }

    @Test
    void staysDisabledWhenItWasBefore() throws Exception {
        root.patch(ONE, "{\"enabled\": false}");
        root.delete(ONE);

        assertThat(root.send("POST", ONE + "/restore", "", Map.of()).text("/enabled"))
                .isEqualTo("false");
    }

    @Test
    void isNothingThatEverybodyMayBringAbout() throws Exception {
        assertThat(AdminApi.of(server, GLOBEX, "root").delete(ONE).status()).isEqualTo(403);
        assertThat(boss.send("POST", ONE + "/restore", "", Map.of()).status()).isEqualTo(403);
        assertThat(boss.post(ONE + "/erase", "{\"slug\": \"globex-two\"}").status())
                .isEqualTo(403);
        assertThat(root.delete("/organizations/default").status()).isEqualTo(403);
        assertThat(root.send("DELETE", ONE, "", Map.of("If-Match", "\"77\"")).status())
                .isEqualTo(412);
        assertThat(boss.get("/users").status()).isEqualTo(200);
    }

    @Test
    void comesWhenTheTimeHasComeAndNotBefore() throws Exception {
        fill();
        String id = server.org(GLOBEX).toString();
        root.delete(ONE);

        server.clock.advance(EndOrganization.RESTORABLE.minusMillis(1));
        assertThat(erase()).isZero();
        server.clock.advance(Duration.ofMillis(1));
        assertThat(erase()).isGreaterThan(1);

        assertThat(rowsOf(id)).isEmpty();
        assertThat(Tables.query("SELECT count(*) > 0 FROM audit_event WHERE org_id = '%s'".formatted(id)))
                .containsExactly(List.of("t"));
        AdminApi again = AdminApi.of(server, OrgSlug.DEFAULT, "root"); // A token does not last that long.
        assertThat(again.get("/organizations/" + id).status()).isEqualTo(404);
        assertThat(again.get("/audit-events?type=organization.erased").text("/items/0/target/id"))
                .isEqualTo(id);
        assertThat(again.get("/audit-events?type=organization.erasure_begun").text("/items/0/target/id"))
                .isEqualTo(id);
        assertThat(again.post("/organizations", "{\"slug\": \"globex-two\", \"name\": \"Again\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void doesNotWaitForWhoeverNamesItOnceMore() throws Exception {
        assertThat(root.post(ONE + "/erase", "{\"slug\": \"globex-two\"}").status())
                .isEqualTo(409);
        root.delete(ONE);
        assertThat(root.post(ONE + "/erase", "{\"slug\": \"globex\"}").pointers())
                .containsExactly("/slug");
        assertThat(root.post(ONE + "/erase", "{}").pointers()).containsExactly("/slug");

        assertThat(root.post(ONE + "/erase", "{\"slug\": \"globex-two\"}").status())
                .isEqualTo(204);

        assertThat(root.send("POST", ONE + "/restore", "", Map.of()).status()).isEqualTo(409);
        assertThat(erase()).isPositive();
        assertThat(root.get(ONE).status()).isEqualTo(404);
        assertThat(events("/audit-events?type=organization.erasure_begun")).containsExactly("success root");
    }

    @Test
    void forgetsNoTableThatSomebodyHasAdded() throws Exception {
        String id = server.org(GLOBEX).toString();
        Tables.change("""
                CREATE TABLE planted (org_id uuid NOT NULL, user_id uuid NOT NULL,
                    FOREIGN KEY (org_id, user_id) REFERENCES app_user (org_id, user_id))""");
        try {
            String owner = Tables.query(
                            "SELECT relowner::regrole::text FROM pg_class WHERE oid = 'organization'::regclass")
                    .getFirst()
                    .getFirst();
            Tables.change("ALTER TABLE planted OWNER TO " + owner);
            Tables.change("INSERT INTO planted SELECT org_id, user_id FROM app_user");
            root.delete(ONE);
            root.post(ONE + "/erase", "{\"slug\": \"globex-two\"}");

            erase();

            assertThat(rowsOf(id)).isEmpty();
            assertThat(Tables.query("SELECT count(*) FROM planted")).containsExactly(List.of("1"));
        } finally {
            Tables.change("DROP TABLE planted");
        }
    }

    @Test
    void cannotBeBroughtAboutForAnOrganizationThatIsNotMarked() throws Exception {
        Map<String, Long> before = Tables.counts();

        assertThat(Tables.query("SELECT erase_organization('%s', 1000)".formatted(server.org(GLOBEX))))
                .containsExactly(List.of("0"));

        assertThat(Tables.counts()).isEqualTo(before);
    }

    /** Something in every table that requests of this server write to. */
    private void fill() throws Exception {
        CodeFlow web = new CodeFlow(server.issuer(GLOBEX), new TestBrowser());
        web.redeem(web.signIn(Map.of()));
        boss.patch("/settings", "{\"password\": {\"min_length\": 20}}");
        boss.send("POST", "/users", "{\"username\": \"eve\"}", Map.of("Idempotency-Key", "k"));
        assertThat(rowsOf(server.org(GLOBEX).toString()))
                .contains("app_user", "session", "user_grant", "authorization_code", "organization_settings")
                .contains("idempotency_key", "user_token", "signing_key", "data_key", "client", "organization");
    }

    /** How many turns it took. */
    private int erase() {
        EraseOrganizations erasing = server.component.eraseOrganizations();
        int turns = 0;
        while (erasing.turn()) {
            turns++;
            assertThat(turns).isLessThan(200);
        }
        return turns;
    }

    /** The tenant tables that have a row of that organization. */
    private static List<String> rowsOf(String org) throws Exception {
        List<String> found = new ArrayList<>();
        for (List<String> table : Tables.query(TENANT_TABLES)) {
            String count = Tables.query("SELECT count(*) FROM %s WHERE org_id = '%s'".formatted(table.getFirst(), org))
                    .getFirst()
                    .getFirst();
            if (!count.equals("0")) {
                found.add(table.getFirst());
            }
        }
        return found;
    }

    private List<String> events(String path) throws Exception {
        return root.get(path)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("outcome").asString("") + " "
                        + event.path("actor").path("id").asString(""))
                .toList();
    }
}
