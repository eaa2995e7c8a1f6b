package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static dev.rampart.server.TestServer.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.server.AdminApi.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The APIs that tokens are for, over HTTP. */
final class ResourceServersTest {

    private static final String ORDERS = "https://orders.example/api";
    private static final String MADE = """
            {"identifier": "%s", "name": "Orders", "roles": true,
            "access_token_lifetime": 77, "signing_alg": "RS256",
            "scopes": [{"name": "orders:read", "description": "See orders"},
            {"name": "orders:write"}]}""".formatted(ORDERS);

    private TestServer server;
    private AdminApi owner;
    private String id;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        owner = AdminApi.of(server, GLOBEX, "boss");
        Answer made = owner.post("/resource-servers", MADE);
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        id = made.text("/id");
        owner.patch("/clients/service", "{\"scope\": \"orders:read orders:delete\"}");
        owner.patch("/clients/web", "{\"scope\": \"openid email orders:read orders:delete\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isTheAudienceOfAServiceAccountsToken() throws Exception {
        String editor = owner.post("/roles", """
                {"name": "editor", "permissions": ["user:read"],
                "application_roles": ["writer", "editor"]}""").text("/id");
        owner.send("PUT", "/clients/service/roles/" + editor, "", Map.of());

        HttpResponse<String> answer = clientToken(Map.of("resource", ORDERS, "scope", "orders:read"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer.body()).path("expires_in").asInt()).isEqualTo(77);
        JsonNode claims = claims(answer);
        assertThat(claims.path("aud").asString("")).isEqualTo(ORDERS);
        assertThat(claims.path("scope").asString("")).isEqualTo("orders:read");
        assertThat(claims.path("roles").valueStream().map(role -> role.asString("")))
                .containsExactly("editor", "writer");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(77);
        assertThat(header(answer).path("alg").asString("")).isEqualTo("RS256");
    }

    @Test
    void isToldRolesOnlyIfItWantsThem() throws Exception {
        String editor = owner.post("/roles", "{\"name\": \"editor\", \"application_roles\": [\"editor\"]}")
                .text("/id");
        owner.send("PUT", "/clients/service/roles/" + editor, "", Map.of());
        owner.send("PUT", "/clients/service/roles/auditor", "", Map.of());
        owner.patch("/resource-servers/" + id, "{\"roles\": false}");

        assertThat(claims(clientToken(Map.of("resource", ORDERS))).has("roles")).isFalse();
        assertThat(claims(clientToken(Map.of())).has("roles")).isFalse();
        assertThat(claims(clientToken(Map.of("resource", server.at(AdminApi.PATH))))
                        .path("roles")
                        .valueStream()
                        .map(role -> role.asString("")))
                .containsExactly("auditor");
    }

    @Test
    void hasNoScopesButItsOwn() throws Exception {
        HttpResponse<String> notOffered = clientToken(Map.of("resource", ORDERS, "scope", "orders:delete"));
        HttpResponse<String> notRegistered = clientToken(Map.of("resource", ORDERS, "scope", "orders:write"));

        assertThat(notOffered.statusCode()).isEqualTo(400);
        assertThat(notOffered.body()).contains("invalid_scope");
        assertThat(notRegistered.body()).contains("invalid_scope");
        assertThat(clientToken(Map.of("scope", "orders:delete")).statusCode()).isEqualTo(200);
        assertThat(owner.get("/audit-events?type=token.issued&outcome=failure")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(event -> event.path("reason").asString("")))
                .containsExactlyInAnyOrder("SCOPE_NOT_REGISTERED", "SCOPE_NOT_OFFERED");
    }

    @Test
    void isTheAudienceOfAPersonsToken() throws Exception {
        try (TestBrowser browser = new TestBrowser()) {
            CodeFlow flow = new CodeFlow(server.issuer(GLOBEX), browser);
            String group = owner.post("/groups", "{\"name\": \"Desk\"}").text("/id");
            String desk = owner.post("/roles", "{\"name\": \"desk\", \"application_roles\": [\"desk\"]}")
                    .text("/id");
            owner.send("PUT", "/groups/%s/roles/%s".formatted(group, desk), "", Map.of());
            String ada = owner.get("/users").text("/items/0/id");
            owner.send("PUT", "/groups/%s/members/users/%s".formatted(group, ada), "", Map.of());

            HttpResponse<String> answer = flow.redeem(
                    flow.signIn(Map.of("resource", ORDERS, "scope", "openid email orders:read orders:delete")));

            JsonNode claims = claims(answer);
            assertThat(claims.path("aud").asString("")).isEqualTo(ORDERS);
            assertThat(claims.path("scope").asString("")).isEqualTo("openid email orders:read");
            assertThat(claims.path("roles").get(0).asString("")).isEqualTo("desk");
            assertThat(json(answer.body()).path("expires_in").asInt()).isEqualTo(77);
            assertThat(flow.userinfo(CodeFlow.member(answer, "access_token")).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void isRefusedWhereThereIsNone() throws Exception {
        assertThat(clientToken(Map.of("resource", "https://nobody.example")).body())
                .contains("invalid_target");
        try (TestBrowser browser = new TestBrowser()) {
            CodeFlow flow = new CodeFlow(server.issuer(GLOBEX), browser);
            assertThat(flow.ask(Map.of("resource", "https://nobody.example"))).contains("error=invalid_target");
            assertThat(new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser).ask(Map.of("resource", ORDERS)))
                    .contains("error=invalid_target");
            String code = flow.signIn(Map.of("resource", ORDERS));

            assertThat(owner.delete("/resource-servers/" + id).status()).isEqualTo(204);

            assertThat(flow.redeem(code).body()).contains("invalid_target");
        }
        assertThat(clientToken(Map.of("resource", ORDERS)).body()).contains("invalid_target");
    }

    @Test
    void isNotCalledAsTheServerIsAndNotAsAnother() throws Exception {
        for (String identifier : List.of(
                server.at(""), server.at("/api/v1/admin"), server.at("/o/acme"), "orders", "https://a.example/#x")) {
            assertThat(owner.post(
                                    "/resource-servers",
                                    "{\"identifier\": \"%s\", \"name\": \"A\"}".formatted(identifier))
                            .pointers())
                    .as(identifier)
                    .containsExactly("/identifier");
        }
        assertThat(owner.post("/resource-servers", MADE).status()).isEqualTo(409);
        assertThat(AdminApi.of(server, OrgSlug.DEFAULT, "boss")
                        .post("/resource-servers", MADE)
                        .status())
                .isEqualTo(201);
        assertThat(owner.patch("/resource-servers/" + id, "{\"scopes\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}")
                        .pointers())
                .containsExactly("/scopes/1/name");
        assertThat(owner.patch("/resource-servers/" + id, "{\"scopes\": [{\"description\": \"a\"}]}")
                        .pointers())
                .containsExactly("/scopes/0/name");
        assertThat(owner.patch("/resource-servers/" + id, "{\"identifier\": \"urn:x\"}")
                        .pointers())
                .containsExactly("/identifier");
    }

    @Test
    void takesEffectWithTheNextToken() throws Exception {
        owner.patch(
                "/resource-servers/" + id, "{\"scopes\": [], \"access_token_lifetime\": null, \"signing_alg\": null}");

        assertThat(clientToken(Map.of("resource", ORDERS, "scope", "orders:read"))
                        .body())
                .contains("invalid_scope");
        HttpResponse<String> answer = clientToken(Map.of("resource", ORDERS));
        assertThat(json(answer.body()).path("expires_in").asInt()).isEqualTo(300);
        assertThat(header(answer).path("alg").asString("")).isEqualTo("ES256");
    }

    @Test
    void isAskedForAloneOrNotAtAll() throws Exception {
        HttpResponse<String> both = send(
                "grant_type=client_credentials&resource=%s&resource=%s".formatted(ORDERS, server.at(AdminApi.PATH)));

        assertThat(both.body()).contains("invalid_target");
    }

    private HttpResponse<String> clientToken(Map<String, String> more) throws Exception {
        Map<String, String> form = new HashMap<>(more);
        form.put("grant_type", "client_credentials");
        return send(TestBrowser.encoded(form));
    }

    private HttpResponse<String> send(String form) throws Exception {
        String credentials = "service:" + SECRET.replace(' ', '+');
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.issuer(GLOBEX).at("/oauth/token")))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static JsonNode claims(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(CodeFlow.claims(CodeFlow.member(answer, "access_token")));
    }

    private static JsonNode header(HttpResponse<String> answer) {
        String token = CodeFlow.member(answer, "access_token");
        return json(new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), UTF_8));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
