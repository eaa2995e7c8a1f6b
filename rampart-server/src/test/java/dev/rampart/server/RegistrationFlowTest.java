package dev.rampart.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients register themselves where an organization lets them, and look after themselves. */
final class RegistrationFlowTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SHOP = "{\"redirect_uris\": [\"https://shop.example/cb\"]}";

    private TestServer server;
    private AdminApi boss;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void registersNobodyUnlessTheOrganizationLetsThem() throws Exception {
        HttpResponse<String> refused = register(SHOP, "");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(error(refused)).isEqualTo("access_denied");
        assertThat(boss.get("/audit-events?type=client.created&outcome=failure").text("/items/0/reason"))
                .isEqualTo("REGISTRATION_OFF");
    }

    @Test
    void registersWhoBringsAnInitialAccessTokenAsOftenAsItIsGoodFor() throws Exception {
        let("initial_access_token", 10);
        AdminApi.Answer made = boss.post("/initial-access-tokens", "{\"uses\": 2, \"description\": \"Partners\"}");
        String token = made.text("/token");

        assertThat(register(SHOP, "").statusCode()).isEqualTo(401);
        assertThat(register(SHOP, token).statusCode()).isEqualTo(201);
        assertThat(boss.get("/initial-access-tokens").text("/items/0/uses_left"))
                .isEqualTo("1");
        List<Integer> statuses = atOnce(token);
        assertThat(statuses).containsOnlyOnce(201).contains(401);
        assertThat(register(SHOP, "anything").statusCode()).isEqualTo(401);
    }

    @Test
    void registersNoMoreThanTheOrganizationHasRoomForHoweverManyComeAtOnce() throws Exception {
        let("open", 3);

        List<Integer> statuses = atOnce("");

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 403).hasSize(5);
    }

    @Test
    void tellsTheClientAllThatItIsAndLetsItSignPeopleIn() throws Exception {
        let("open", 10);

        JsonNode client = json(register("""
                {"redirect_uris": ["https://shop.example/callback"], "client_name": "Shop",
                "logo_uri": "https://shop.example/logo.svg", "made_up": {"by": "somebody"},
                "response_types": ["code"], "grant_types": ["authorization_code", "refresh_token"]}""", ""));

        assertThat(client.path("client_id").asString("")).isNotEmpty();
        assertThat(client.path("client_secret_expires_at").asInt(-1)).isZero();
        assertThat(client.path("token_endpoint_auth_method").asString("")).isEqualTo("client_secret_basic");
        assertThat(client.path("scope").asString("")).contains("openid", "offline_access");
        assertThat(client.has("made_up")).isFalse();
        assertThat(client.has("first_party")).isFalse();
        AdminApi.Answer kept = boss.get("/clients/" + client.path("client_id").asString(""));
        assertThat(kept.json().path("first_party").asBoolean(true)).isFalse();
    }

    @Test
    void readsReplacesAndRemovesItselfAndNobodyElse() throws Exception {
        let("open", 10);
        JsonNode one = json(register(SHOP, ""));
        JsonNode other = json(register(SHOP, ""));
        String uri = one.path("registration_client_uri").asString("");
        String token = one.path("registration_access_token").asString("");

        assertThat(json(call("GET", uri, "", token)).path("client_id")).isEqualTo(one.path("client_id"));
        assertThat(call("GET", other.path("registration_client_uri").asString(""), "", token)
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> replaced = call("PUT", uri, """
                {"client_id": "ignored", "redirect_uris": ["https://shop.example/new"], "client_name": "New",
                "token_endpoint_auth_method": "none"}""", token);
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        assertThat(json(replaced).path("redirect_uris").toString()).isEqualTo("[\"https://shop.example/new\"]");
        assertThat(call("DELETE", uri, "", token).statusCode()).isEqualTo(204);
        assertThat(call("GET", uri, "", token).statusCode()).isEqualTo(401);
        assertThat(boss.get("/audit-events?type=client.deleted").text("/items/0/actor/kind"))
                .isEqualTo("client");
    }

    @Test
    void refusesWhatNoClientMayBe() throws Exception {
        let("open", 10);
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("{}", "invalid_redirect_uri"),
                Map.entry("{\"redirect_uris\": [\"https://shop.example/cb#there\"]}", "invalid_redirect_uri"),
                Map.entry("{\"redirect_uris\": [\"https://*.shop.example/cb\"]}", "invalid_redirect_uri"),
                Map.entry("{\"redirect_uris\": [\"http://shop.example/cb\"]}", "invalid_redirect_uri"),
                Map.entry("{\"redirect_uris\": [\"example.shop.app:/cb\"]}", "invalid_redirect_uri"),
                Map.entry(with("\"response_types\": [\"token\"]"), "invalid_client_metadata"),
                Map.entry(with("\"grant_types\": [\"password\"]"), "invalid_client_metadata"),
                Map.entry(
                        with("\"grant_types\": [\"authorization_code\", \"client_credentials\"]"),
                        "invalid_client_metadata"),
                Map.entry(with("\"token_endpoint_auth_method\": \"private_key_jwt\""), "invalid_client_metadata"),
                Map.entry(with("\"initiate_login_uri\": \"http://shop.example\""), "invalid_client_metadata"),
                Map.entry(with("\"sector_identifier_uri\": \"https://127.0.0.1/sector\""), "invalid_client_metadata"),
                Map.entry(
                        "{\"redirect_uris\": [\"https://a.example/\", \"https://b.example/\"],"
                                + " \"subject_type\": \"pairwise\"}",
                        "invalid_client_metadata"),
                Map.entry("[]", "invalid_client_metadata"),
                Map.entry("{", "invalid_client_metadata"));

        for (Map.Entry<String, String> each : wrong.entrySet()) {
            HttpResponse<String> answer = register(each.getKey(), "");

            assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(400);
            assertThat(error(answer)).as(each.getKey()).isEqualTo(each.getValue());
        }
    }

    @Test
    void givesNativeApplicationsTheirOwnScheme() throws Exception {
        let("open", 10);

        HttpResponse<String> answer = register("""
                {"redirect_uris": ["example.shop.app:/cb", "http://127.0.0.1/cb"], "application_type": "native",
                "token_endpoint_auth_method": "none"}""", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).has("client_secret")).isFalse();
    }

    private List<Integer> atOnce(String token) throws Exception {
        return Together.call(8, _ -> new AdminApi.Answer(register(SHOP, token))).stream()
                .map(AdminApi.Answer::status)
                .toList();
    }

    private static String with(String member) {
        return "{\"redirect_uris\": [\"https://shop.example/cb\"], %s}".formatted(member);
    }

    private void let(String mode, int most) throws Exception {
        AdminApi.Answer changed = boss.patch(
                "/settings",
                "{\"client_registration\": {\"mode\": \"%s\", \"max_clients\": %d}}".formatted(mode, most));
        assertThat(changed.status()).as(changed.http().body()).isEqualTo(200);
    }

    private HttpResponse<String> register(String body, String token) throws IOException, InterruptedException {
        return call("POST", server.issuer(OrgSlug.DEFAULT).at("/oauth/register"), body, token);
    }

    private static HttpResponse<String> call(String method, String uri, String body, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(
                request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String error(HttpResponse<String> answer) {
        return json(answer).path("error").asString("");
    }
}
