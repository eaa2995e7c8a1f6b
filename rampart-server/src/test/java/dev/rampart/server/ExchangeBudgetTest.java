package dev.rampart.server;

import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.PASSWORD;
import static dev.rampart.server.TestServer.SECRET;
import static dev.rampart.server.TestServer.SERVICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.persistence.ExchangeCounter;
import dev.rampart.persistence.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Counts on the wire what a whole request costs, over HTTP. A budget holds on any machine, as a clock time would not.
 */
final class ExchangeBudgetTest {

    /** Past the fifth, the driver prepares statements on the server, and speaks otherwise than before. */
    private static final int WARM = 12;

    private ExchangeCounter counter;
    private HikariDataSource pool;
    private PlantingDataSource database;
    private TestServer server;
    private TestBrowser browser;
    private CodeFlow flow;

    @BeforeEach
    void standBetween() throws IOException {
        TestPostgres.emptied();
        counter = ExchangeCounter.beforeTestPostgres();
        pool = TestPostgres.pool(counter.asApp(), 1);
        database = new PlantingDataSource(pool);
        server = TestServer.startedOn(database);
        browser = new TestBrowser();
        flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser);
    }

    @AfterEach
    void leave() throws IOException {
        browser.close();
        server.close();
        pool.close();
        counter.close();
    }

    @Test
    void discoveryAndKeysTakeNone() throws Exception {
        staysWithin(0, () -> browser.get(server.at("/.well-known/openid-configuration")));
        staysWithin(0, () -> browser.get(server.at("/.well-known/jwks.json")));
    }

    @Test
    void clientCredentialsTakeOne() throws Exception {
        costs(1, this::clientToken);
    }

    @Test
    void aResourceServerCostsNothingMore() throws Exception {
        AdminApi owner = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        owner.post("/resource-servers", "{\"identifier\": \"urn:shop\", \"name\": \"Shop\"}");

        staysWithin(10, () -> {
            try (TestBrowser other = new TestBrowser()) {
                CodeFlow whole = new CodeFlow(server.issuer(OrgSlug.DEFAULT), other);
                return whole.redeem(whole.signIn(Map.of("resource", "urn:shop")));
            }
        });
        costs(1, () -> clientToken("&resource=urn:shop"));
    }

    @Test
    void userinfoTakesOne() throws Exception {
        String token = CodeFlow.member(flow.redeem(flow.signIn(Map.of())), "access_token");

        costs(1, () -> flow.userinfo(token));
    }

    @Test
    void authorizingInALiveSessionTakesTwo() throws Exception {
        flow.signIn(Map.of());

        costs(2, () -> flow.ask(Map.of()));
    }

    @Test
    void aListOfTheAdminApiTakesTwo() throws Exception {
        AdminApi owner = AdminApi.of(server, OrgSlug.DEFAULT, "root");

        for (String list : List.of(
                "organizations",
                "users?q=ada",
                "clients",
                "sessions",
                "audit-events",
                "roles",
                "groups",
                "service-accounts",
                "resource-servers")) {
            staysWithin(2, () -> owner.get("/" + list + (list.contains("?") ? "&" : "?") + "limit=50"));
        }
        costs(2, () -> owner.get("/users?limit=50"));
    }

    @Test
    void aWholeSignInTakesTenAtMost() throws Exception {
        costs(10, () -> {
            try (TestBrowser other = new TestBrowser()) {
                CodeFlow whole = new CodeFlow(server.issuer(OrgSlug.DEFAULT), other);
                HttpResponse<String> posted =
                        other.submit(whole.signInPage(Map.of()), Map.of("username", EMAIL, "password", PASSWORD));
                String back = TestBrowser.location(other.follow(posted));
                return whole.redeem(back.replaceAll(".*[?&]code=([^&]+).*", "$1"));
            }
        });
    }

    /** Within the budget when warm; and beyond it as soon as each connection that is lent costs one statement more. */
    private void costs(int budget, Callable<?> request) throws Exception {
        staysWithin(budget, request);
        database.plant();

        assertThat(exchanges(request)).isGreaterThan(budget);
    }

    private void staysWithin(int budget, Callable<?> request) throws Exception {
        for (int i = 0; i < WARM; i++) {
            request.call();
        }
        int last = exchanges(request);
        assertThat(last).isLessThanOrEqualTo(budget);
    }

    private int exchanges(Callable<?> request) throws Exception {
        int before = counter.exchanges();
        request.call();
        return counter.exchanges() - before;
    }

    private HttpResponse<String> clientToken() throws IOException, InterruptedException {
        return clientToken("");
    }

    private HttpResponse<String> clientToken(String more) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String credentials =
                    Base64.getEncoder().encodeToString((SERVICE + ":" + SECRET.replace(' ', '+')).getBytes(UTF_8));
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.at("/oauth/token")))
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + more))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response;
        }
    }
}
