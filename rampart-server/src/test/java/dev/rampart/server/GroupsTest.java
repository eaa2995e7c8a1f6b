package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.group.Group;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.server.AdminApi.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups that carry roles, over HTTP. */
final class GroupsTest {

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
    void carriesItsRolesDownToWhoeverIsInAGroupWithinIt() throws Exception {
        String company = group("Company", "");
        String department = group("Department", company);
        String team = group("Team", department);
        give(company, "auditor");
        put("/groups/%s/members/clients/service".formatted(team));

        assertThat(service.get("/users").status()).isEqualTo(200);

        Answer why = owner.get("/clients/service/permissions?permission=user:read");
        assertThat(why.json().at("/items/0/granted").asBoolean()).isTrue();
        assertThat(why.text("/items/0/via/0/role/id")).isEqualTo("auditor");
        assertThat(why.json()
                        .at("/items/0/via/0/groups")
                        .valueStream()
                        .map(step -> step.path("name").asString("")))
                .containsExactly("Team", "Department", "Company");
        assertThat(owner.get("/clients/service/permissions?permission=user:write")
                        .json()
                        .at("/items/0/granted")
                        .asBoolean())
                .isFalse();
        assertThat(owner.get("/clients/service/permissions?permission=fly").status())
                .isEqualTo(400);
        assertThat(owner.patch("/groups/" + department, "{\"parent_group_id\": null}")
                        .status())
                .isEqualTo(200);
        assertThat(service.get("/users").status()).isEqualTo(403);
    }

    @Test
    void handsNothingUpwards() throws Exception {
        String company = group("Company", "");
        String team = group("Team", company);
        give(team, "auditor");

        put("/groups/%s/members/clients/service".formatted(company));

        assertThat(service.get("/users").status()).isEqualTo(403);
    }

    @Test
    void listsItsMembersAndForgetsThoseWhoAreRemoved() throws Exception {
        String group = group("Team", "");
        String user = user("grace");
        put("/groups/%s/members/users/%s".formatted(group, user));
        put("/groups/%s/members/users/%s".formatted(group, user));
        put("/groups/%s/members/clients/service".formatted(group));

        Answer first = owner.get("/groups/%s/members?limit=1&sort=created_at".formatted(group));
        assertThat(first.text("/items/0/id")).isEqualTo("service");
        Answer second = owner.get(
                "/groups/%s/members?limit=1&sort=created_at&cursor=%s".formatted(group, first.text("/next_cursor")));
        assertThat(second.text("/items/0/name")).isEqualTo("grace");
        assertThat(second.text("/next_cursor")).isEmpty();
        assertThat(owner.delete("/users/" + user).status()).isEqualTo(204);
        assertThat(owner.delete("/clients/service").status()).isEqualTo(204);
        assertThat(owner.get("/groups/" + group + "/members")
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void findsAGroupByHowItsNameBeginsAndTakesNoNameTwice() throws Exception {
        group("Engineering", "");
        String sales = group("Sales", "");

        assertThat(owner.get("/groups?q=ENG").json().path("items").size()).isEqualTo(1);
        assertThat(owner.post("/groups", "{\"name\": \"sales\"}").status()).isEqualTo(409);
        assertThat(owner.patch("/groups/" + sales, "{\"name\": \"ENGINEERING\"}")
                        .status())
                .isEqualTo(409);
        assertThat(AdminApi.of(server, OrgSlug.DEFAULT, "boss")
                        .get("/groups/" + sales)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void closesNoCircleAlsoWhenTwoMoveAtOnce() throws Exception {
        String one = group("One", "");
        String two = group("Two", "");
        assertThat(move(one, one).status()).isEqualTo(409);

        List<Answer> answers = Together.call(2, i -> i == 0 ? move(one, two) : move(two, one));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        assertThat(auditor.get("/audit-events?type=group.updated&outcome=failure")
                        .text("/items/0/reason"))
                .isEqualTo("CIRCLE");
    }

    @Test
    void growsNoDeeperThanItsLimit() throws Exception {
        String lowest = "";
        for (int level = 1; level <= Group.DEPTH_MAX; level++) {
            lowest = group("Level " + level, lowest);
        }
        String pair = group("Pair", "");
        group("Below", pair);

        assertThat(owner.post("/groups", "{\"name\": \"Deeper\", \"parent_group_id\": \"%s\"}".formatted(lowest))
                        .status())
                .isEqualTo(409);
        String above = owner.get("/groups/" + lowest).text("/parent_group_id");
        assertThat(move(pair, above).status()).isEqualTo(409);
        assertThat(owner.post("/groups", "{\"name\": \"X\", \"parent_group_id\": \"%s\"}".formatted(server.org))
                        .pointers())
                .containsExactly("/parent_group_id");
    }

    @Test
    void isEmptiedOfOtherGroupsBeforeItGoes() throws Exception {
        String company = group("Company", "");
        String team = group("Team", company);
        give(team, "auditor");
        put("/groups/%s/members/clients/service".formatted(team));

        assertThat(owner.delete("/groups/" + company).status()).isEqualTo(409);
        assertThat(owner.delete("/groups/" + team).status()).isEqualTo(204);
        assertThat(service.get("/users").status()).isEqualTo(403);
        assertThat(owner.delete("/groups/" + company).status()).isEqualTo(204);
        assertThat(owner.get("/groups/" + company).status()).isEqualTo(404);
    }

    @Test
    void givesAndTakesNothingByWhoeverMayNotGiveIt() throws Exception {
        String strong = group("Strong", "");
        String weak = group("Weak", "");
        give(strong, "owner");
        String keeper = owner.post("/roles", """
                {"name": "keeper", "permissions": ["group:read", "group:write", "role:assign"]}""").text("/id");
        put("/clients/service/roles/" + keeper);

        for (Answer refused : List.of(
                service.send("PUT", "/groups/%s/members/clients/service".formatted(strong), "", Map.of()),
                service.patch("/groups/" + weak, "{\"parent_group_id\": \"%s\"}".formatted(strong)),
                service.post("/groups", "{\"name\": \"Mine\", \"parent_group_id\": \"%s\"}".formatted(strong)),
                service.send("PUT", "/groups/%s/roles/auditor".formatted(weak), "", Map.of()),
                service.delete("/groups/%s/roles/owner".formatted(strong)),
                service.delete("/groups/" + strong))) {
            assertThat(refused.status()).as(refused.http().body()).isEqualTo(403);
        }
        assertThat(service.send("PUT", "/groups/%s/members/clients/service".formatted(weak), "", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(service.get("/users").status()).isEqualTo(403);
    }

    @Test
    void takesTheRightToGiveRolesAsWellIfAGroupCarriesAny() throws Exception {
        String readers = group("Readers", "");
        String reading = owner.post("/roles", "{\"name\": \"reading\", \"permissions\": [\"group:read\"]}")
                .text("/id");
        give(readers, reading);
        String keeper = owner.post("/roles", """
                {"name": "keeper", "permissions": ["group:read", "group:write"]}""").text("/id");
        put("/clients/service/roles/" + keeper);

        assertThat(service.send("PUT", "/groups/%s/members/clients/service".formatted(readers), "", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void leavesOneEventForEachAct() throws Exception {
        String group = group("Team", "");
        put("/groups/%s/members/clients/service".formatted(group));
        give(group, "auditor");
        owner.delete("/groups/%s/members/clients/service".formatted(group));
        owner.patch("/groups/" + group, "{\"name\": \"Crew\"}");
        owner.delete("/groups/" + group);

        assertThat(auditor.get("/audit-events?target=" + group)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(event -> event.path("type").asString("")))
                .containsExactlyInAnyOrder(
                        "group.deleted",
                        "group.updated",
                        "group.member_removed",
                        "role.assigned",
                        "group.member_added",
                        "group.created");
    }

    private Answer move(String group, String parent) throws Exception {
        return owner.patch("/groups/" + group, "{\"parent_group_id\": \"%s\"}".formatted(parent));
    }

    private String group(String name, String parent) throws Exception {
        String more = parent.isEmpty() ? "" : ", \"parent_group_id\": \"%s\"".formatted(parent);
        Answer made = owner.post("/groups", "{\"name\": \"%s\"%s}".formatted(name, more));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        return made.text("/id");
    }

    private String user(String name) throws Exception {
        return owner.post("/users", "{\"username\": \"%s\"}".formatted(name)).text("/id");
    }

    private void give(String group, String role) throws Exception {
        put("/groups/%s/roles/%s".formatted(group, role));
    }

    private void put(String path) throws Exception {
        Answer answer = owner.send("PUT", path, "", Map.of());
        assertThat(answer.status()).as("%s: %s", path, answer.http().body()).isEqualTo(204);
    }
}
