package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.server.AdminApi.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every resource of the admin API, shown on people and organizations. */
final class AdminApiTest {

    private static final String ADA = """
            {"username": "countess", "email": "Countess@Example.org",
            "given_name": "Ada", "family_name": "Lovelace"}""";

    private TestServer server;
    private AdminApi root;
    private AdminApi owner;
    private AdminApi auditor;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        root = AdminApi.of(server, OrgSlug.DEFAULT, "root");
        owner = AdminApi.of(server, GLOBEX, "boss");
        auditor = AdminApi.of(server, GLOBEX, "reader");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void makesReadsChangesAndRemovesAPerson() throws Exception {
        Answer made = owner.post("/users", ADA);
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        String path = "/users/" + made.text("/id");
        assertThat(made.header("Location")).isEqualTo(AdminApi.PATH + path);

        Answer read = owner.get(path);
        assertThat(read.text("/email")).isEqualTo("Countess@Example.org");
        assertThat(read.header("ETag")).isEqualTo("\"1\"");

        Answer changed = owner.patch(path, "{\"nickname\": \"Enchantress\", \"family_name\": null}");
        assertThat(changed.status()).as(changed.http().body()).isEqualTo(200);
        assertThat(changed.text("/nickname")).isEqualTo("Enchantress");
        assertThat(changed.json().has("family_name")).isFalse();
        assertThat(changed.text("/given_name")).isEqualTo("Ada");

        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.get(path).status()).isEqualTo(404);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() throws Exception {
        Answer answer = owner.post("/users", """
                {"username": "a@b", "email": 7, "birthdate": "tomorrow", "id": "x",
                "shoe_size": 42, "enabled": "yes"}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder("/username", "/email", "/birthdate", "/id", "/shoe_size", "/enabled");
        assertThat(owner.post("/users", "{").status()).isEqualTo(400);
        assertThat(owner.post("/users", "[]").status()).isEqualTo(400);
        assertThat(owner.post("/users", "{\"name\": \"a\", \"name\": \"b\"}").status())
                .isEqualTo(400);
        assertThat(owner.post("/users", "{\"name\": \"Nobody\"}").status()).isEqualTo(400);
    }

    @Test
    void survivesHostileJson() throws Exception {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        String broad = "\"x\",".repeat(20_000) + "\"x\"";
        List<String> bodies = List.of(
                "{\"username\": \"a\\u0000b\"}",
                "{\"username\": \"\\ud800\"}",
                "{\"username\": \"ok\", \"attributes\": {\"a\\u0000\": 1}}",
                "{\"username\": \"ok\", \"attributes\": {\"a\": \"\\udc00\"}}",
                "{\"username\": \"ok\", \"attributes\": {\"a\": " + deep + "}}",
                "{\"username\": \"ok\", \"attributes\": {\"a\": [" + broad + "]}}",
                "{\"username\": \"ok\", \"attributes\": {\"a\": 1e999999999}}",
                "{\"username\": \"ok\"} {}",
                "{\"username\": \"" + "x".repeat(129) + "\"}",
                "\u00ff\u00fe",
                "null",
                "{\"username\": null, \"email\": null}");

        for (String body : bodies) {
            Answer answer = owner.post("/users", body);
            assertThat(answer.status())
                    .as(body.substring(0, Math.min(60, body.length())))
                    .isEqualTo(400);
        }
        assertThat(owner.post("/users", "{\"username\": \"fine\", \"nickname\": \"C:\\\\u0000\"}")
                        .status())
                .isEqualTo(201);
        assertThat(owner.send("POST", "/users", "{}", Map.of("Idempotency-Key", "k".repeat(256)))
                        .status())
                .isEqualTo(400);
        assertThat(owner.send("PATCH", "/users/x", "{}", Map.of("If-Match", "W/\"1\""))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void letsOneOfManyWritersWithTheSameETagWin() throws Exception {
        String path = "/users/" + owner.post("/users", ADA).text("/id");

        List<Answer> answers = Together.call(
                16,
                i -> owner.send("PATCH", path, "{\"nickname\": \"N%d\"}".formatted(i), Map.of("If-Match", "\"1\"")));

        assertThat(statuses(answers)).containsExactlyInAnyOrderEntriesOf(Map.of(200, 1L, 412, 15L));
    }

    @Test
    void makesOnePersonOfAUsernameHoweverManyTry() throws Exception {
        List<Answer> answers = Together.call(32, i -> owner.post("/users", ADA));

        assertThat(statuses(answers)).containsExactlyInAnyOrderEntriesOf(Map.of(201, 1L, 409, 31L));
    }

    @Test
    void doesOnceWhatComesWithOneIdempotencyKey() throws Exception {
        Map<String, String> key = Map.of("Idempotency-Key", "one");

        List<Answer> answers = Together.call(32, i -> owner.send("POST", "/users", ADA, key));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 32L));
        assertThat(answers.stream().map(answer -> answer.http().body()).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(owner.send("POST", "/users", "{\"username\": \"other\"}", key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void pagesThroughAListWithoutMissingAnybody() throws Exception {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            made.add(owner.post("/users", "{\"username\": \"person%d\"}".formatted(i))
                    .text("/id"));
        }

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = owner.get("/users?limit=3&q=person" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.json().path("items").forEach(item -> seen.add(item.path("id").asString("")));
            next = page.text("/next_cursor");
        } while (!next.isEmpty());

        assertThat(seen).hasSize(7).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void refusesACursorOfAnotherListOrNone() throws Exception {
        owner.post("/users", ADA);
        String cursor = owner.get("/users?limit=1").text("/next_cursor");

        assertThat(owner.get("/users?limit=1&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(owner.get("/users?limit=1&sort=created_at&cursor=" + cursor).status())
                .isEqualTo(400);
        assertThat(owner.get("/users?limit=1&q=a&cursor=" + cursor).status()).isEqualTo(400);
        assertThat(root.get("/users?limit=1&cursor=" + cursor).status()).isEqualTo(400);
        assertThat(owner.get("/users?cursor=AAAA").status()).isEqualTo(400);
        assertThat(owner.get("/users?limit=0").status()).isEqualTo(400);
        assertThat(owner.get("/users?limit=201").status()).isEqualTo(400);
        assertThat(owner.get("/users?sort=password").status()).isEqualTo(400);
    }

    @Test
    void findsPeopleByTheirWords() throws Exception {
        owner.post("/users", ADA);

        for (String words : List.of("lovel", "LOVE", "countess@exam", "ada%20love", "example", "countess")) {
            assertThat(owner.get("/users?q=" + words).json().path("items").size())
                    .as(words)
                    .isGreaterThanOrEqualTo(1);
        }
        assertThat(owner.get("/users?q=ada%20babbage").json().path("items").size())
                .isZero();
    }

    @Test
    void hidesAnotherOrganizationInTheSameWordsAsOneThatIsNotThere() throws Exception {
        String stranger = root.post("/users", ADA).text("/id");

        Answer foreign = owner.get("/organizations/default/users");
        Answer nowhere = owner.get("/organizations/nowhere/users");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(masked(foreign)).isEqualTo(masked(nowhere));
        assertThat(owner.get("/users/" + stranger).status()).isEqualTo(404);
        assertThat(masked(owner.get("/users/" + stranger)))
                .isEqualTo(masked(owner.get("/users/00000000-0000-7000-8000-000000000000")));
        assertThat(owner.delete("/users/" + stranger).status()).isEqualTo(404);
        assertThat(root.get("/users/" + stranger).status()).isEqualTo(200);
    }

    @Test
    void letsAnInstanceAdministratorIntoEveryOrganization() throws Exception {
        Answer made = root.post("/organizations", "{\"slug\": \"initech\", \"name\": \"Initech\"}");
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);

        assertThat(root.post("/organizations/initech/users", ADA).status()).isEqualTo(201);
        assertThat(root.get("/organizations/" + made.text("/id") + "/users")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(root.get("/organizations?q=ini").json().path("items").size()).isEqualTo(1);
        assertThat(owner.get("/organizations").json().path("items").size()).isEqualTo(1);
        assertThat(owner.post("/organizations", "{\"slug\": \"mine\", \"name\": \"Mine\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesWhatAnAuditorMayNotDo() throws Exception {
        assertThat(auditor.get("/users").status()).isEqualTo(200);
        assertThat(auditor.post("/users", ADA).status()).isEqualTo(403);
    }

    @Test
    void refusesEverythingOnceAnOrganizationIsDisabled() throws Exception {
        assertThat(owner.get("/users").status()).isEqualTo(200);

        assertThat(root.patch("/organizations/" + GLOBEX, "{\"enabled\": false}")
                        .status())
                .isEqualTo(200);

        assertThat(owner.get("/users").status()).isEqualTo(401);
        assertThat(root.get("/organizations/" + GLOBEX + "/users").status()).isEqualTo(200);
        assertThat(root.patch("/organizations/default", "{\"enabled\": false}").status())
                .isEqualTo(403);
    }

    @Test
    void tellsHowMuchOfTheRateIsLeft() throws Exception {
        Answer answer = owner.get("/users");

        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"token\";q=600;w=60");
        assertThat(answer.header("RateLimit")).matches("\"token\";r=599;t=1");
    }

    private static String masked(Answer answer) {
        return answer.http().body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }
}
