package dev.rampart.http.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ParametersTest {

    private UndertowServer server;
    private Wire wire;

    @BeforeAll
    void start() {
        server = new House().started();
        wire = new Wire(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', grant_type is missing",
        "grant_type=, grant_type is missing",
        "grant_type=a&grant_type=b, grant_type is given more than once",
        "grant_type=&grant_type=b, grant_type is given more than once",
        "grant_type=123456789012345678901, grant_type is too long",
        "grant_type=%ff, grant_type is not valid UTF-8",
        "grant_type=%C0%80, grant_type is not valid UTF-8",
        "grant_type=%00, grant_type is not valid UTF-8",
        "grant_type=%f, grant_type is not valid UTF-8",
        "grant_type=a&scope=a++b, scope is not of the expected kind",
        "grant_type=a&resource=nowhere, resource is not of the expected kind",
    })
    void areRefusedInTheWordsOfOAuth(String form, String words) throws Exception {
        HttpResponse<String> refused = wire.post("/oauth/token", form, "Authorization", "shop");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"error\":\"invalid_request\"", words);
        assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void reachTheEndpointDecodedAndOnlyIfDeclared() throws Exception {
        HttpResponse<String> answer = wire.post(
                "/oauth/token?grant_type=fromquery",
                "grant_type=a+%C3%A4&resource=https://a.example&resource=https://b.example&other=1&other=2",
                "Authorization",
                "shop");

        assertThat(answer.body())
                .contains("\"grant_type\":[\"a ä\"]", "\"resource\":[\"https://a.example\",\"https://b.example\"]")
                .doesNotContain("other", "fromquery");
    }

    @Test
    void areTakenFromTheQueryOfAGetAndTheFormOfAPost() throws Exception {
        String got = wire.get("/oauth/authorize?client_id=q").body();
        String posted = wire.post("/oauth/authorize?client_id=q", "client_id=f").body();

        assertThat(got).contains("\"client_id\":[\"q\"]");
        assertThat(posted).contains("\"client_id\":[\"f\"]");
    }

    @Test
    void areLeftToTheEndpointThatTellsItsFaultsItself() throws Exception {
        HttpResponse<String> answer = wire.get("/oauth/authorize?client_id=x&state=1&state=2&max_age=soon");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("state is given more than once", "max_age is not of the expected kind")
                .contains("\"parameters\":{\"client_id\":[\"x\"]}");
    }

    @Test
    void areRefusedAsAProblemInTheApi() throws Exception {
        HttpResponse<String> refused =
                wire.get("/api/v1/admin/organizations/acme/users/me?limit=ten", "Authorization", "me");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"status\":400", "user is not of the expected kind", "\"instance\":");
    }

    @Test
    void areLimitedInNumber() throws Exception {
        String hundred = "&a=1".repeat(99);

        assertThat(wire.post("/oauth/token", "grant_type=a" + hundred, "Authorization", "s")
                        .statusCode())
                .isEqualTo(200);
        assertThat(wire.post("/oauth/token", "grant_type=a&b=1" + hundred, "Authorization", "s")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void comeInAForm() throws Exception {
        HttpResponse<String> refused = wire.send(wire.request("/oauth/token", "Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant_type\":\"a\"}")));

        assertThat(refused.statusCode()).isEqualTo(415);
    }

    @Test
    void giveWayToABodyOfJsonWhereTheRouteTakesThat() throws Exception {
        HttpResponse<String> answer = wire.send(wire.request(
                        "/api/v1/admin/users", "Content-Type", "application/json; charset=utf-8", "Authorization", "me")
                .POST(BodyPublishers.ofString("{\"a\":1}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"a\":1}");
    }
}
