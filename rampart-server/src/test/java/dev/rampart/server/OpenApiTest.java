package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.http.rest.OperationEndpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
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
        String user = owner.post("/users", """
                {"username": "full", "email": "full@example.org", "address": {"country": "UK"},
                "attributes": {"a": {"b": [1]}}, "phone_number": "+44 20 7946 0000"}""").text("/id");
        Map<String, String> answered = new HashMap<>(Map.of(
                "/users",
                "UserList",
                "/users/" + user,
                "User",
                "/users/" + user + "/roles",
                "Roles",
                "/clients",
                "ClientList",
                "/clients/boss",
                "Client",
                "/clients/boss/secrets",
                "ClientSecrets",
                "/sessions",
                "SessionList",
                "/audit-events",
                "AuditEventList",
                "/roles",
                "Roles",
                "/organizations",
                "OrganizationList"));
        answered.put("/settings", "Settings");

        for (Map.Entry<String, String> each : answered.entrySet()) {
            assertDescribed(owner.get(each.getKey()).json(), schema(each.getValue()), each.getKey());
        }
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
