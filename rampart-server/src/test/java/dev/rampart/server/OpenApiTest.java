package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.http.rest.OperationEndpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API, held against the table of routes and against what is answered. */
final class OpenApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static TestServer server;
    private static JsonNode document;

    @BeforeAll
    static void read() throws Exception {
        server = TestServer.started();
        document = JSON.readTree(get("/openapi.json"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void describesEveryOperationOnce() {
        List<String> ids = new ArrayList<>();
        document.path("paths")
                .forEach(path -> path.forEach(
                        operation -> ids.add(operation.path("operationId").asString(""))));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).hasSize((int) server.routes().all().stream()
                .filter(route -> route.endpoint() instanceof OperationEndpoint)
                .count());
    }

    @Test
    void refersToNothingThatIsNotThereAndClosesEverySchema() {
        document.findValues("$ref")
                .forEach(reference -> assertThat(
                                document.at(reference.asString("").substring(1)).isObject())
                        .as(reference.toString())
                        .isTrue());
        assertThat(document.path("components").path("schemas").valueStream())
                .isNotEmpty()
                .allMatch(schema -> schema.path("additionalProperties").isBoolean()
                        && !schema.path("additionalProperties").asBoolean());
    }

    @Test
    void isTheSameInYaml() throws Exception {
        assertThat(get("/openapi.yaml")).startsWith("\"openapi\": \"3.1.1\"\n").contains("\"createUser\"");
    }

    @Test
    void tellsEveryFieldThatIsAnswered() throws Exception {
        AdminApi owner = AdminApi.of(server, GLOBEX, "boss");
        String user = full(owner);
        String group = everybody(owner, user);
        Map<String, String> answered = Map.ofEntries(
                Map.entry("/users", "UserList"),
                Map.entry("/users/" + user, "User"),
                Map.entry("/users/" + user + "/roles", "Roles"),
                Map.entry("/users/" + user + "/permissions", "HeldPermissions"),
                Map.entry("/clients", "ClientList"),
                Map.entry("/clients/boss", "Client"),
                Map.entry("/clients/boss/secrets", "ClientSecrets"),
                Map.entry("/sessions", "SessionList"),
                Map.entry("/consents", "ConsentList"),
                Map.entry("/audit-events", "AuditEventList"),
                Map.entry("/roles", "Roles"),
                Map.entry("/service-accounts", "ServiceAccountList"),
                Map.entry("/resource-servers", "ResourceServerList"),
                Map.entry("/groups", "GroupList"),
                Map.entry("/groups/" + group + "/members", "GroupMemberList"),
                Map.entry("/groups/" + group + "/roles", "Roles"),
                Map.entry("/invitations", "InvitationList"),
                Map.entry("/initial-access-tokens", "InitialAccessTokenList"),
                Map.entry("/settings", "Settings"),
                Map.entry("/organizations", "OrganizationList"));

        for (Map.Entry<String, String> each : answered.entrySet()) {
            assertDescribed(owner.get(each.getKey()).json(), schema(each.getValue()), each.getKey());
        }
    }

    /** A person of whom all is known that may be, and more that has every field. */
    private static String full(AdminApi owner) throws Exception {
        owner.post("/resource-servers", """
                {"identifier": "urn:shop", "name": "Shop", "access_token_lifetime": 60, "signing_alg": "ES256",
                "scopes": [{"name": "buy", "description": "Buy things"}]}""");
        owner.post("/initial-access-tokens", "{\"description\": \"For the partners\"}");
        owner.post("/invitations", """
                {"email": "full@invited.example", "roles": ["helpdesk"], "given_name": "F", "locale": "en"}""");
        return owner.post("/users", """
                {"username": "full", "email": "full@example.org", "address": {"country": "UK"},
                "attributes": {"a": {"b": [1]}}, "phone_number": "+44 20 7946 0000"}""").text("/id");
    }

    /** A group with that person in it, who holds a role by it and another without. */
    private static String everybody(AdminApi owner, String user) throws Exception {
        String group = owner.post("/groups", "{\"name\": \"Everybody\"}").text("/id");
        String role = owner.post("/roles", "{\"name\": \"own\"}").text("/id");
        for (String path : List.of(
                "/groups/%s/members/users/%s".formatted(group, user),
                "/groups/%s/roles/auditor".formatted(group),
                "/users/%s/roles/%s".formatted(user, role))) {
            assertThat(owner.send("PUT", path, "", Map.of()).status()).as(path).isEqualTo(204);
        }
        return group;
    }

    private static void assertDescribed(JsonNode value, JsonNode schema, String where) {
        JsonNode resolved = schema.has("$ref")
                ? document.at(schema.path("$ref").asString("").substring(1))
                : schema;
        if (value.isObject() && resolved.has("properties")) {
            value.properties().forEach(member -> {
                JsonNode property = resolved.path("properties").path(member.getKey());
                assertThat(property.isMissingNode())
                        .as("%s/%s is not described", where, member.getKey())
                        .isFalse();
                assertDescribed(member.getValue(), property, where + "/" + member.getKey());
            });
        } else if (value.isArray()) {
            value.forEach(item -> assertDescribed(item, resolved.path("items"), where + "/*"));
        }
    }

    private static JsonNode schema(String name) {
        JsonNode schema = document.path("components").path("schemas").path(name);
        assertThat(schema.isMissingNode()).as(name).isFalse();
        return schema;
    }

    private static String get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.at(path))).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
