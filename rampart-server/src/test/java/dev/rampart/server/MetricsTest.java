package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /metrics} moves with what it counts, names nobody, and is closed to others. */
final class MetricsTest {

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isClosedToWhoeverLacksTheToken() throws Exception {
        assertThat(metrics("").statusCode()).isEqualTo(401);
        assertThat(metrics("Bearer " + "a token of those who watched").statusCode())
                .isEqualTo(401);
        assertThat(metrics("Basic " + TestServer.METRICS_TOKEN).statusCode()).isEqualTo(401);
        assertThat(metrics("bearer " + TestServer.METRICS_TOKEN).statusCode()).isEqualTo(200);
    }

    @Test
    void countsWhatWasAnsweredByRouteAndStatus() throws Exception {
        AdminApi owner = AdminApi.of(server, GLOBEX, "boss");
        owner.get("/users");
        owner.get("/users");
        owner.get("/users/nobody");

        String told = metrics("Bearer " + TestServer.METRICS_TOKEN).body();

        assertThat(told)
                .contains(
                        request("GET", "/api/v1/admin/users", 200) + " 2.0",
                        request("GET", "/api/v1/admin/users/{user}", 404) + " 1.0",
                        "rampart_http_request_duration_seconds_count{method=\"GET\",route=\"/api/v1/admin/users\"} 2")
                .doesNotContain("nobody", "boss", GLOBEX.value());
        assertThat(told).contains(request("POST", "/oauth/token", 200) + " 1.0");
    }

    @Test
    void countsAnswersFromMemory() throws Exception {
        get("/healthz", "");
        get("/healthz", "");
        get("/nothing/here", "");

        assertThat(metrics("Bearer " + TestServer.METRICS_TOKEN).body())
                .contains(request("GET", "/healthz", 200) + " 2.0", request("none", "none", 404) + " 1.0");
    }

    @Test
    void countsASignInThatWasRefused() throws Exception {
        try (TestBrowser browser = new TestBrowser()) {
            CodeFlow flow = new CodeFlow(server.issuer(GLOBEX), browser);
            browser.submit(flow.signInPage(Map.of()), Map.of("username", TestServer.EMAIL, "password", "wrong"));
        }

        assertThat(metrics("Bearer " + TestServer.METRICS_TOKEN).body())
                .contains(request("POST", "/login", 400) + " 1.0");
    }

    @Test
    void countsTheMailThatWaits() throws Exception {
        AdminApi owner = AdminApi.of(server, GLOBEX, "boss");
        owner.post("/invitations", "{\"email\": \"new@globex.example\", \"roles\": [\"auditor\"]}");
        server.clock.advance(Duration.ofSeconds(90));
        assertThat(outbox()).as("as it was looked at last").containsExactly("0.0", "0.0", "0.0");

        server.mailWatch.look();

        assertThat(outbox()).containsExactly("1.0", "0.0", "90.0");
        server.work();
        server.mailWatch.look();
        assertThat(outbox()).containsExactly("0.0", "0.0", "0.0");
    }

    @Test
    void countsWhatApplicationsAreNotToldYet() throws Exception {
        server.logoutWatch.look();

        assertThat(metrics("Bearer " + TestServer.METRICS_TOKEN).body())
                .contains(
                        "rampart_logout_notices{state=\"waiting\"} 0.0",
                        "rampart_logout_notices{state=\"failed\"} 0.0",
                        "rampart_logout_oldest_age_seconds 0.0");
    }

    /** Waiting, failed, and the age of the oldest. */
    private List<String> outbox() throws Exception {
        String told = metrics("Bearer " + TestServer.METRICS_TOKEN).body();
        return Stream.of(
                        "rampart_outbox_mails{state=\"waiting\"} ",
                        "rampart_outbox_mails{state=\"failed\"} ",
                        "rampart_outbox_oldest_age_seconds ")
                .map(series -> told.lines()
                        .filter(line -> line.startsWith(series))
                        .findFirst()
                        .orElseThrow()
                        .substring(series.length()))
                .toList();
    }

    private static String request(String method, String route, int status) {
        return "rampart_http_requests_total{method=\"%s\",route=\"%s\",status=\"%d\"}".formatted(method, route, status);
    }

    private HttpResponse<String> metrics(String authorization) throws Exception {
        return get("/metrics", authorization);
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.at(path)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
