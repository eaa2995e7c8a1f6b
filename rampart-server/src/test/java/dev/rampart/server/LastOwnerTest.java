package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.server.AdminApi.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who can sign in goes on owning an organization, whatever way ownership came and goes. */
final class LastOwnerTest {

    private TestServer server;
    private AdminApi boss;
    private String owners;
    private String inner;
    private String ada;

    /** One person owns it: by a group that is in the one that was given the role. */
    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        boss = AdminApi.of(server, GLOBEX, "boss");
        owners = boss.post("/groups", "{\"name\": \"Owners\"}").text("/id");
        inner = boss.post("/groups", "{\"name\": \"Inner\", \"parent_group_id\": \"%s\"}".formatted(owners))
                .text("/id");
        ada = user("first");
        put("/groups/%s/roles/owner".formatted(owners));
        put("/groups/%s/members/users/%s".formatted(inner, ada));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void staysInEveryWay() throws Exception {
        for (Answer refused : List.of(
                boss.delete("/users/" + ada),
                boss.patch("/users/" + ada, "{\"enabled\": false}"),
                boss.delete("/groups/%s/members/users/%s".formatted(inner, ada)),
                boss.delete("/groups/%s/roles/owner".formatted(owners)),
                boss.patch("/groups/" + inner, "{\"parent_group_id\": null}"),
                boss.delete("/groups/" + inner))) {
            assertThat(refused.status()).as(refused.http().body()).isEqualTo(409);
        }
        assertThat(boss.get("/audit-events?outcome=failure")
                        .json()
                        .path("items")
                        .valueStream())
                .hasSize(6)
                .allMatch(event -> event.path("reason").asString("").equals("LAST_OWNER"));
    }

    @Test
    void goesWhereTheyRemainAnOwnerInAnotherWay() throws Exception {
        String other = boss.post("/groups", "{\"name\": \"Others\"}").text("/id");
        put("/groups/%s/roles/owner".formatted(other));

        assertThat(boss.patch("/groups/" + inner, "{\"parent_group_id\": \"%s\"}".formatted(other))
                        .status())
                .isEqualTo(200);
        put("/users/%s/roles/owner".formatted(ada));
        assertThat(boss.delete("/groups/%s/members/users/%s".formatted(inner, ada))
                        .status())
                .isEqualTo(204);
        assertThat(boss.delete("/users/%s/roles/owner".formatted(ada)).status()).isEqualTo(409);
    }

    @Test
    void doesNotCountSomebodyWhoIsDisabled() throws Exception {
        String grace = user("second");
        put("/users/%s/roles/owner".formatted(grace));
        assertThat(boss.patch("/users/" + grace, "{\"enabled\": false}").status())
                .isEqualTo(200);

        assertThat(boss.delete("/users/" + ada).status()).isEqualTo(409);
        assertThat(boss.delete("/users/" + grace).status()).isEqualTo(204);
    }

    @Test
    void staysAlsoWhenTheLastTwoGoAtOnceInDifferentWays() throws Exception {
        for (int round = 0; round < 5; round++) {
            String direct = user("direct" + round);
            put("/users/%s/roles/owner".formatted(direct));

            List<Answer> answers = Together.call(4, i -> switch (i) {
                case 0 -> boss.delete("/users/%s/roles/owner".formatted(direct));
                case 1 -> boss.patch("/groups/" + inner, "{\"parent_group_id\": null}");
                case 2 -> boss.delete("/groups/%s/members/users/%s".formatted(inner, ada));
                default -> boss.patch("/users/" + direct, "{\"enabled\": false}");
            });

            assertThat(answers).allMatch(answer -> answer.status() < 500);
            assertThat(answers.stream().filter(answer -> answer.status() == 409))
                    .isNotEmpty();
            put("/groups/%s/members/users/%s".formatted(inner, ada));
            boss.patch("/groups/" + inner, "{\"parent_group_id\": \"%s\"}".formatted(owners));
            assertThat(boss.delete("/users/" + direct).status()).isEqualTo(204);
        }
    }

    private String user(String name) throws Exception {
        return boss.post("/users", "{\"username\": \"%s\"}".formatted(name)).text("/id");
    }

    private void put(String path) throws Exception {
        Answer answer = boss.send("PUT", path, "", Map.of());
        assertThat(answer.status()).as("%s: %s", path, answer.http().body()).isEqualTo(204);
    }
}
