package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.server.AdminApi.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is particular to each resource of the admin API. */
final class AdminResourcesTest {

    private static final String APP = """
            {"client_id": "app", "client_name": "App", "grant_types": ["client_credentials"]}""";

    private TestServer server;
    private AdminApi root;
    private AdminApi owner;
    private AdminApi helpdesk;
    private AdminApi auditor;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        root = AdminApi.of(server, OrgSlug.DEFAULT, "root");
        owner = AdminApi.of(server, GLOBEX, "boss");
        helpdesk = AdminApi.of(server, GLOBEX, "help");
        auditor = AdminApi.of(server, GLOBEX, "reader");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsAClientSecretOnceAndReplacesIt() throws Exception {
        Answer made = owner.post("/clients", APP);
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        String first = made.text("/client_secret");
        assertThat(first).hasSizeGreaterThan(32);
        assertThat(owner.get("/clients/app").http().body()).doesNotContain("secret\"", first);
        assertThat(owner.post("/clients", APP).status()).isEqualTo(409);

        server.clock.advance(Duration.ofSeconds(1)); // So that the first is the older one.
        Answer second = owner.post("/clients/app/secrets", "");
        assertThat(second.status()).as(second.http().body()).isEqualTo(201);
        assertThat(owner.post("/clients/app/secrets", "").status()).isEqualTo(409);

        assertThat(token("app", first)).isTrue();
        assertThat(token("app", second.text("/client_secret"))).isTrue();
        String firstId = owner.get("/clients/app/secrets").text("/items/0/id");
        assertThat(owner.delete("/clients/app/secrets/" + firstId).status()).isEqualTo(204);
        assertThat(token("app", first)).isFalse();
        assertThat(token("app", second.text("/client_secret"))).isTrue();
    }

    @Test
    void refusesAClientAtOnceThatIsDisabledOrRemoved() throws Exception {
        String secret = owner.post("/clients", APP).text("/client_secret");
        assertThat(token("app", secret)).isTrue();

        assertThat(owner.patch("/clients/app", "{\"enabled\": false}").status()).isEqualTo(200);
        assertThat(token("app", secret)).isFalse();
        assertThat(owner.patch("/clients/app", "{\"enabled\": true}").status()).isEqualTo(200);
        assertThat(token("app", secret)).isTrue();
        assertThat(owner.delete("/clients/app").status()).isEqualTo(204);
        assertThat(token("app", secret)).isFalse();
    }

    @Test
    void refusesMetadataThatContradictThemselves() throws Exception {
        assertThat(owner.post("/clients", "{\"client_name\": \"A\"}").pointers())
                .containsExactly("/redirect_uris");
        assertThat(owner.post("/clients", """
                {"client_name": "A", "token_endpoint_auth_method": "none",
                "grant_types": ["client_credentials"]}""").pointers()).containsExactly("/grant_types");
        for (String uri : List.of(
                "http://shop.example/cb",
                "https://shop.example/cb#x",
                "https://*.example/cb",
                "https://user@shop.example/",
                "javascript:alert(1)",
                "//shop.example/cb",
                "https:/cb")) {
            Answer answer =
                    owner.post("/clients", "{\"client_name\": \"A\", \"redirect_uris\": [\"%s\"]}".formatted(uri));
            assertThat(answer.pointers()).as(uri).containsExactly("/redirect_uris/0");
        }
        for (String uri : List.of("https://shop.example/cb?a=b", "http://127.0.0.1:8080/cb", "com.example.app:/cb")) {
            Answer answer =
                    owner.post("/clients", "{\"client_name\": \"A\", \"redirect_uris\": [\"%s\"]}".formatted(uri));
            assertThat(answer.status()).as(uri).isEqualTo(201);
        }
    }

    @Test
    void givesNobodyWhatTheGiverDoesNotHold() throws Exception {
        String user = owner.post("/users", "{\"username\": \"eve\"}").text("/id");

        assertThat(helpdesk.send("PUT", "/users/" + user + "/roles/helpdesk", "", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(owner.send("PUT", "/users/" + user + "/roles/owner", "", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(owner.send("PUT", "/users/" + user + "/roles/instance-admin", "", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(root.send(
                                "PUT",
                                "/organizations/" + GLOBEX + "/users/" + user + "/roles/instance-admin",
                                "",
                                Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(owner.get("/users/" + user + "/roles").text("/items/0/id")).isEqualTo("owner");
    }

    @Test
    void keepsTheLastOwnerAlsoWhenTwoGoAtOnce() throws Exception {
        String one = owner.post("/users", "{\"username\": \"one\"}").text("/id");
        String two = owner.post("/users", "{\"username\": \"two\"}").text("/id");
        for (String user : List.of(one, two)) {
            owner.send("PUT", "/users/" + user + "/roles/owner", "", Map.of());
        }

        List<Answer> answers = Together.call(2, i -> owner.delete("/users/" + (i == 0 ? one : two) + "/roles/owner"));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(204, 409);
        String left = owner.get("/users/" + one + "/roles").json().path("items").isEmpty() ? two : one;
        assertThat(owner.patch("/users/" + left, "{\"enabled\": false}").status())
                .isEqualTo(409);
        assertThat(owner.delete("/users/" + left).status()).isEqualTo(409);
    }

    @Test
    void endsTheRightsOfWhoeverLosesARole() throws Exception {
        assertThat(auditor.get("/users").status()).isEqualTo(200);

        assertThat(owner.delete("/clients/reader/roles/auditor").status()).isEqualTo(204);

        assertThat(auditor.get("/users").status()).isEqualTo(403);
    }

    @Test
    void keepsTheHelpdeskFromTheAccountsOfThoseWhoMayDoMore() throws Exception {
        String user = owner.post("/users", "{\"username\": \"chief\"}").text("/id");
        owner.send("PUT", "/users/" + user + "/roles/owner", "", Map.of());
        owner.send("PUT", "/clients/help/roles/admin", "", Map.of());

        assertThat(helpdesk.patch("/users/" + user, "{\"password\": \"correct horse battery\"}")
                        .status())
                .isEqualTo(403);
        assertThat(helpdesk.patch("/users/" + user, "{\"email\": \"mine@example.org\"}")
                        .status())
                .isEqualTo(403);
        assertThat(helpdesk.patch("/users/" + user, "{\"nickname\": \"Chief\"}").status())
                .isEqualTo(200);
    }

    @Test
    void endsSessionsAtOnce() throws Exception {
        try (TestBrowser browser = new TestBrowser()) {
            CodeFlow flow = new CodeFlow(server.issuer(GLOBEX), browser);
            String token = CodeFlow.member(flow.redeem(flow.signIn(Map.of())), "access_token");
            Answer sessions = helpdesk.get("/sessions");
            assertThat(sessions.json().path("items").size()).isEqualTo(1);
            assertThat(flow.userinfo(token).statusCode()).isEqualTo(200);

            assertThat(helpdesk.delete("/sessions/" + sessions.text("/items/0/id"))
                            .status())
                    .isEqualTo(204);

            assertThat(flow.userinfo(token).statusCode()).isEqualTo(401);
            assertThat(helpdesk.get("/sessions").json().path("items").size()).isZero();
        }
    }

    @Test
    void tellsWhatHappenedToWhoeverMayReadIt() throws Exception {
        Answer made = owner.post("/users", "{\"username\": \"seen\", \"password\": \"correct horse battery\"}");
        helpdesk.post("/users", "{\"username\": \"unseen\"}");

        Answer events = auditor.get("/audit-events?target=" + made.text("/id"));
        assertThat(events.json().path("items").size()).isEqualTo(1);
        assertThat(events.text("/items/0/type")).isEqualTo("user.created");
        assertThat(events.text("/items/0/actor/id")).isEqualTo("boss");
        assertThat(events.text("/items/0/changes/username/after")).isEqualTo("seen");
        assertThat(events.http().body()).doesNotContain("correct horse");
        Answer refused = auditor.get("/audit-events?outcome=failure&actor=help");
        assertThat(refused.text("/items/0/reason")).isEqualTo("PERMISSION_MISSING");
        assertThat(auditor.get("/audit-events?since=2999-01-01T00:00:00Z")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(auditor.get("/audit-events?since=yesterday").status()).isEqualTo(400);
        assertThat(helpdesk.get("/audit-events").status()).isEqualTo(403);
        root.post("/organizations/" + GLOBEX + "/users", "{\"username\": \"guest\"}");
        assertThat(auditor.get("/audit-events?actor=root").text("/items/0/actor/organization"))
                .isEqualTo(server.org(OrgSlug.DEFAULT).toString());
    }

    private boolean token(String client, String secret) throws Exception {
        return AdminApi.token(server, GLOBEX, client, secret).statusCode() == 200;
    }
}
