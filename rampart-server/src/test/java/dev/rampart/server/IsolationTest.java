package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.http.Payload;
import dev.rampart.http.Route;
import dev.rampart.http.Tenancy;
import dev.rampart.http.exchange.Access;
import dev.rampart.persistence.TestPostgres;
import dev.rampart.server.AdminApi.Answer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing of one organization is there for another: every route that names something is walked with the names of
 * another organization's, and every table is looked into by the serving role.
 */
final class IsolationTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

    /** What is named by no organization. */
    private static final String NOBODYS = "01990000-0000-7000-8000-000000000000";

    private static final String TENANT_TABLES = """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id'
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
            ORDER BY 1""";

    /** What an operation must be sent so that it is not refused for its body. All others are content with nothing. */
    private static final Map<String, String> BODIES = Map.of();

    private static TestServer server;
    private static AdminApi stranger;
    private static Map<String, String> globex;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
        stranger = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        AdminApi owner = AdminApi.of(server, GLOBEX, "boss");
        try (TestBrowser person = new TestBrowser()) {
            CodeFlow flow = new CodeFlow(server.issuer(GLOBEX), person);
            flow.consent();
            flow.redeem(flow.signIn(Map.of("prompt", "login")));
        }
        owner.post("/clients", """
                {"client_id": "only-here", "client_name": "Only here", "grant_types": ["client_credentials"]}""");
        owner.post("/keys", "{\"algorithm\": \"ES256\", \"at_once\": true}");
        globex = Map.ofEntries(
                entry("user", owner.get("/users").text("/items/0/id")),
                entry("client", "only-here"),
                entry("service_account", "only-here"),
                entry(
                        "role",
                        owner.post("/roles", "{\"name\": \"own\", \"permissions\": []}")
                                .text("/id")),
                entry("group", owner.post("/groups", "{\"name\": \"Group\"}").text("/id")),
                entry(
                        "resource_server",
                        owner.post("/resource-servers", "{\"identifier\": \"urn:shop\", \"name\": \"Shop\"}")
                                .text("/id")),
                entry(
                        "invitation",
                        owner.post("/invitations", "{\"email\": \"eve@example.org\"}")
                                .text("/id")),
                entry("secret", owner.get("/clients/only-here/secrets").text("/items/0/id")),
                entry("token", owner.post("/initial-access-tokens", "{}").text("/id")),
                entry("session", owner.get("/sessions").text("/items/0/id")),
                entry("consent", owner.get("/consents").text("/items/0/id")),
                entry("key", retiredKey(owner)),
                entry("event", owner.get("/audit-events").text("/items/0/id")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersAsIfItWereNotThere() throws Exception {
        Map<String, String> before = contents(server.org(GLOBEX));
        List<String> wrong = new ArrayList<>();
        int walked = 0;

        for (Route route : server.routes().all()) {
            if (namesSomething(route)) {
                Answer foreign = call(route, IsolationTest::globexs);
                Answer absent = call(route, _ -> NOBODYS);
                if (foreign.status() != 404 || !masked(foreign).equals(masked(absent))) {
                    wrong.add("%s: %s instead of %s".formatted(route, masked(foreign), masked(absent)));
                }
                walked++;
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(walked).isGreaterThan(15);
        assertThat(contents(server.org(GLOBEX))).isEqualTo(before);
    }

    /** What the refusals are worth: the same names are there for those whose they are. */
    @Test
    void answersThoseWhoseItIs() throws Exception {
        AdminApi owner = AdminApi.of(server, GLOBEX, "boss");

        for (Route route : server.routes().all()) {
            if (namesSomething(route) && route.methods().contains("GET")) {
                assertThat(owner.get(path(route, IsolationTest::globexs)).status())
                        .as(route.path())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void showsTheServingRoleOneOrganizationsRows() throws Exception {
        OrgId own = server.org(OrgSlug.DEFAULT);
        List<String> tables = Tables.query(TENANT_TABLES).stream()
                .map(List::getFirst)
                .filter(table -> !table.equals("organization"))
                .toList();

        assertThat(tables).hasSizeGreaterThan(10);
        try (Connection connection = TestPostgres.server().asApp().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                assertThat(seen(statement, table, Optional.of(own))).as(table).isSubsetOf(own.toString());
                assertThat(seen(statement, table, Optional.empty())).as(table).isEmpty();
            }
        }
    }

    /** Has a variable of something that an organization has. */
    private static boolean namesSomething(Route route) {
        return route.access() instanceof Access.Permitted
                && route.tenancy() == Tenancy.TOKEN
                && VARIABLE.matcher(route.path()).find();
    }

    private static Answer call(Route route, Function<String, String> names) throws Exception {
        String method = route.methods().getFirst();
        String body = BODIES.getOrDefault(
                method + " " + route.path(), method.equals("PATCH") && route.payload() != Payload.NONE ? "{}" : "");
        return stranger.send(method, path(route, names), body, Map.of());
    }

    private static String path(Route route, Function<String, String> names) {
        return VARIABLE.matcher(route.path().substring(AdminApi.PATH.length()))
                .replaceAll(match -> Matcher.quoteReplacement(names.apply(match.group(1))));
    }

    private static String globexs(String variable) {
        return Optional.ofNullable(globex.get(variable))
                .orElseThrow(() -> new AssertionError("name a %s of Globex's".formatted(variable)));
    }

    private static String masked(Answer answer) {
        return answer.status() + " " + answer.http().body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static String retiredKey(AdminApi owner) throws Exception {
        return owner.get("/keys")
                .json()
                .path("items")
                .valueStream()
                .filter(key -> key.path("state").asString().equals("retired"))
                .map(key -> key.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** A digest of everything that an organization has, by table. */
    private static Map<String, String> contents(OrgId org) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        for (List<String> table : Tables.query(TENANT_TABLES)) {
            String name = table.getFirst();
            contents.put(
                    name,
                    Tables.query("SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM " + name
                                    + " t WHERE org_id = '" + org + "'")
                            .getFirst()
                            .getFirst());
        }
        return contents;
    }

    private static List<String> seen(Statement statement, String table, Optional<OrgId> as) throws SQLException {
        statement.execute("SELECT set_config('rampart.org_id', '%s', false)"
                .formatted(as.map(OrgId::toString).orElse("")));
        List<String> seen = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT DISTINCT org_id::text FROM " + table)) {
            while (rows.next()) {
                seen.add(rows.getString(1));
            }
        }
        return seen;
    }
}
