package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.server.AdminApi.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles that an organization makes for itself, over HTTP. */
final class OwnRolesTest {

    private TestServer server;
    private AdminApi owner;
    private AdminApi service;
    private AdminApi auditor;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        owner = AdminApi.of(server, GLOBEX, "boss");
        service = AdminApi.of(server, GLOBEX, TestServer.SERVICE);
        auditor = AdminApi.of(server, GLOBEX, "reader");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void letsItsHoldersDoWhatItSaysFromTheNextRequestOn() throws Exception {
        String role = role("reception", "user:read", "user:write");
        assertThat(service.get("/users").status()).isEqualTo(403);

        assertThat(give("/clients/service", role)).isEqualTo(204);

        assertThat(service.get("/users").status()).isEqualTo(200);
        assertThat(service.get("/clients").status()).isEqualTo(403);
        assertThat(owner.get("/clients/service/roles").text("/items/0/id")).isEqualTo(role);
        assertThat(owner.patch("/roles/" + role, "{\"permissions\": [\"client:read\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(service.get("/users").status()).isEqualTo(403);
        assertThat(service.get("/clients").status()).isEqualTo(200);
        assertThat(owner.delete("/roles/" + role).status()).isEqualTo(204);
        assertThat(service.get("/clients").status()).isEqualTo(403);
        assertThat(owner.get("/clients/service/roles").json().path("items").isEmpty())
                .isTrue();
    }

    @Test
    void isListedBesideTheBuiltInOnesAndReadWithItsVersion() throws Exception {
        String role = role("reception", "user:read");

        assertThat(owner.get("/roles").json().path("items").size()).isEqualTo(6);
        assertThat(owner.get("/roles").text("/items/5/name")).isEqualTo("reception");
        assertThat(owner.get("/roles/owner").json().path("built_in").asBoolean())
                .isTrue();
        Answer read = owner.get("/roles/" + role);
        assertThat(read.header("ETag")).isNotEmpty();
        assertThat(owner.send("PATCH", "/roles/" + role, "{\"description\": \"x\"}", Map.of("If-Match", "\"7\""))
                        .status())
                .isEqualTo(412);
        assertThat(AdminApi.of(server, OrgSlug.DEFAULT, "boss")
                        .get("/roles/" + role)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesNoNameTwiceAndNoneOfABuiltInRole() throws Exception {
        role("reception", "user:read");
        String other = role("other", "user:read");

        assertThat(owner.post("/roles", "{\"name\": \"reception\"}").status()).isEqualTo(409);
        assertThat(owner.post("/roles", "{\"name\": \"owner\"}").status()).isEqualTo(409);
        assertThat(owner.patch("/roles/" + other, "{\"name\": \"reception\"}").status())
                .isEqualTo(409);
        assertThat(owner.post("/roles", "{\"name\": \"Über\", \"permissions\": [\"fly\"], \"color\": 1}")
                        .pointers())
                .containsExactlyInAnyOrder("/name", "/permissions/0", "/color");
        List<Answer> race = Together.call(8, _ -> owner.post("/roles", "{\"name\": \"contended\"}"));
        assertThat(race.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    }

    @Test
    void leavesBuiltInRolesAsTheyAre() throws Exception {
        assertThat(owner.patch("/roles/auditor", "{\"permissions\": []}").status())
                .isEqualTo(403);
        assertThat(owner.delete("/roles/auditor").status()).isEqualTo(403);

        assertThat(auditor.get("/audit-events?type=role.updated").text("/items/0/reason"))
                .isEqualTo("BUILT_IN");
    }

    @Test
    void givesNobodyWhatTheGiverDoesNotHold() throws Exception {
        String keeper = role("keeper", "role:read", "role:write", "role:assign", "user:read");
        String strong = role("strong", "user:read", "organization:delete");
        give("/clients/service", keeper);

        assertThat(service.post("/roles", "{\"name\": \"mine\", \"permissions\": [\"organization:delete\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(service.send("PUT", "/clients/help/roles/" + strong, "", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(service.patch("/roles/" + keeper, "{\"permissions\": [\"user:delete\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(service.patch("/roles/" + strong, "{\"permissions\": [\"user:read\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(service.delete("/roles/" + strong).status()).isEqualTo(403);
        give("/clients/help", strong);
        assertThat(service.delete("/clients/help/roles/" + strong).status()).isEqualTo(403);
        assertThat(service.post("/roles", "{\"name\": \"mine\", \"permissions\": [\"user:read\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(auditor.get("/audit-events?actor=service&outcome=failure").text("/items/0/reason"))
                .isEqualTo("MAY_DO_MORE");
    }

    @Test
    void meansNothingToApplicationsThatTheGiverIsNotToThem() throws Exception {
        String keeper = role("keeper", "role:write", "role:assign");
        give("/clients/service", keeper);

        assertThat(service.post("/roles", "{\"name\": \"mine\", \"application_roles\": [\"editor\"]}")
                        .status())
                .isEqualTo(403);
        String editor = owner.post("/roles", "{\"name\": \"editor\", \"application_roles\": [\"editor\"]}")
                .text("/id");
        give("/clients/service", editor);
        assertThat(service.post("/roles", "{\"name\": \"mine\", \"application_roles\": [\"editor\"]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void makesOrganizationsInTheDefaultOneOnly() throws Exception {
        AdminApi root = AdminApi.of(server, OrgSlug.DEFAULT, "root");
        String maker = "{\"name\": \"maker\", \"permissions\": [\"organization:create\"]}";

        assertThat(owner.post("/roles", maker).status()).isEqualTo(403);
        assertThat(root.post("/organizations/" + GLOBEX + "/roles", maker).status())
                .isEqualTo(403);
        assertThat(root.post("/roles", maker).status()).isEqualTo(201);
    }

    @Test
    void leavesOneEventForEachAct() throws Exception {
        String role = role("reception", "user:read");
        give("/clients/service", role);
        owner.patch("/roles/" + role, "{\"name\": \"desk\"}");
        owner.delete("/roles/" + role);

        Answer events = auditor.get("/audit-events?target=" + role);
        assertThat(events.json()
                        .path("items")
                        .valueStream()
                        .map(event -> event.path("type").asString("")))
                .containsExactlyInAnyOrder("role.deleted", "role.updated", "role.created");
        assertThat(auditor.get("/audit-events?type=role.updated").text("/items/0/changes/name/before"))
                .isEqualTo("reception");
        assertThat(auditor.get("/audit-events?type=role.created").text("/items/0/changes/permissions/after"))
                .isEqualTo("user:read");
        assertThat(auditor.get("/audit-events?target=service&type=role.assigned")
                        .text("/items/0/changes/role/after"))
                .isEqualTo(role);
    }

    private String role(String name, String... permissions) throws Exception {
        Answer made = owner.post(
                "/roles",
                "{\"name\": \"%s\", \"permissions\": [\"%s\"]}".formatted(name, String.join("\", \"", permissions)));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        return made.text("/id");
    }

    private int give(String holder, String role) throws Exception {
        return owner.send("PUT", holder + "/roles/" + role, "", Map.of()).status();
    }
}
