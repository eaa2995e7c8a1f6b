package dev.rampart.server;

import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.GLOBEX;
import static dev.rampart.server.TestServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.role.Role;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.EraseDeletedUsers;
import dev.rampart.domain.user.Profile;
import dev.rampart.domain.user.RemoveUser;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import dev.rampart.server.AdminApi.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletes people, brings them back, and erases those whom nobody has brought back in time. */
final class UserRemovalTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final TestBrowser browser = new TestBrowser();
    private TestServer server;
    private AdminApi owner;
    private AdminApi admin;
    private CodeFlow flow;
    private String ada;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        owner = AdminApi.of(server, GLOBEX, "boss");
        admin = AdminApi.of(server, GLOBEX, "root");
        flow = new CodeFlow(server.issuer(GLOBEX), browser);
        ada = "/users/" + owner.get("/users?q=ada").text("/items/0/id");
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void letsWhoeverIsDeletedDoNothingFromThenOn() throws Exception {
        String token = CodeFlow.member(flow.redeem(flow.signIn(Map.of())), "access_token");
        assertThat(flow.userinfo(token).statusCode()).isEqualTo(200);

        assertThat(owner.delete(ada).status()).isEqualTo(204);

        assertThat(flow.userinfo(token).statusCode()).isEqualTo(401);
        assertThat(flow.ask(Map.of())).contains("/login");
        assertThat(signsIn()).isFalse();
        assertThat(owner.get("/sessions").json().path("items")).isEmpty();
    }

    @Test
    void showsThemNowhereButAmongTheDeleted() throws Exception {
        owner.delete(ada);

        assertThat(owner.get(ada).status()).isEqualTo(404);
        assertThat(owner.patch(ada, "{\"nickname\": \"A\"}").status()).isEqualTo(404);
        assertThat(owner.delete(ada).status()).isEqualTo(404);
        assertThat(owner.get(ada + "/roles").status()).isEqualTo(404);
        assertThat(owner.get(ada + "/permissions").status()).isEqualTo(404);
        assertThat(owner.send("PUT", ada + "/roles/auditor", "", Map.of()).status())
                .isEqualTo(404);
        assertThat(owner.get("/users").json().path("items")).isEmpty();
        assertThat(owner.get("/users?q=ada").json().path("items")).isEmpty();
        Answer deleted = owner.get("/users?deleted=true&q=ada");
        assertThat(deleted.text("/items/0/email")).isEqualTo(EMAIL);
        assertThat(deleted.text("/items/0/restorable_until"))
                .isEqualTo(server.clock.instant().plus(Duration.ofDays(30)).toString());
        assertThat(owner.get("/users?deleted=maybe").status()).isEqualTo(400);
    }

    @Test
    void keepsTheirNamesForThemUntilTheyAreErased() throws Exception {
        owner.delete(ada);
        assertThat(owner.post("/users", "{\"username\": \"ADA\"}").status()).isEqualTo(409);

        owner.post(ada + "/erase", "");

        assertThat(owner.post("/users", "{\"username\": \"ADA\"}").status()).isEqualTo(201);
    }

    @Test
    void bringsThemBackAsTheyWere() throws Exception {
        owner.send("PUT", ada + "/roles/auditor", "", Map.of());
        String token = CodeFlow.member(flow.redeem(flow.signIn(Map.of())), "access_token");
        owner.delete(ada);

        Answer restored = owner.post(ada + "/restore", "");

        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.text("/email")).isEqualTo(EMAIL);
        assertThat(restored.json().path("enabled").asBoolean(false)).isTrue();
        assertThat(restored.header("ETag")).isEqualTo("\"3\"");
        assertThat(owner.get(ada + "/roles").text("/items/0/name")).isEqualTo("auditor");
        assertThat(owner.get("/users?deleted=true").json().path("items")).isEmpty();
        assertThat(flow.userinfo(token).statusCode())
                .as("what has ended stays ended")
                .isEqualTo(401);
        assertThat(signsIn()).isTrue();
        assertThat(owner.post(ada + "/restore", "").status()).isEqualTo(404);
    }

    @Test
    void bringsBackWhoeverWasDisabledAsDisabled() throws Exception {
        owner.patch(ada, "{\"enabled\": false}");
        owner.delete(ada);

        Answer restored = owner.post(ada + "/restore", "");

        assertThat(restored.json().path("enabled").asBoolean(true)).isFalse();
    }

    @Test
    void bringsNobodyBackWhoseTimeIsOver() throws Exception {
        owner.delete(ada);
        server.clock.advance(RemoveUser.RESTORABLE_FOR.minus(A_MOMENT));
        assertThat(erased()).isZero();

        server.clock.advance(A_MOMENT);

        assertThat(fresh().post(ada + "/restore", "").status()).isEqualTo(404);
        assertThat(erased()).isEqualTo(1);
        assertThat(erased()).isZero();
        assertThat(Tables.query("SELECT 1 FROM app_user WHERE user_id = '%s'".formatted(id())))
                .isEmpty();
        Answer event = fresh().get("/audit-events?type=user.erased");
        assertThat(event.text("/items/0/actor/kind")).isEqualTo("system");
        assertThat(event.text("/items/0/target/id")).isEqualTo(id());
    }

    @Test
    void erasesABoundedNumberAtATurn() {
        OrgId org = server.org(GLOBEX);
        Instant now = server.clock.instant();
        for (int i = 0; i <= EraseDeletedUsers.BATCH; i++) {
            User person = person(i, now);
            server.component.unitOfWork().run(org, stores -> {
                stores.users().add(person);
                stores.deletedUsers().add(person.id(), now, now);
            });
        }

        assertThat(erased()).isEqualTo(EraseDeletedUsers.BATCH);
        assertThat(erased()).isEqualTo(1);
        assertThat(erased()).isZero();
    }

    @Test
    void isDoneToNobodyWhoMayDoMore() throws Exception {
        owner.send("PUT", ada + "/roles/owner", "", Map.of());
        anotherOwner();

        assertThat(admin.delete(ada).status()).isEqualTo(403);
        assertThat(admin.post(ada + "/erase", "").status()).isEqualTo(403);
        assertThat(owner.delete(ada).status()).isEqualTo(204);
        assertThat(admin.post(ada + "/restore", "").status()).isEqualTo(403);
        assertThat(admin.post(ada + "/erase", "").status()).isEqualTo(403);
        assertThat(owner.post(ada + "/restore", "").status()).isEqualTo(200);
    }

    @Test
    void leavesTheLastOwner() throws Exception {
        owner.send("PUT", ada + "/roles/" + Role.OWNER, "", Map.of());

        assertThat(owner.delete(ada).status()).isEqualTo(409);
        assertThat(owner.post(ada + "/erase", "").status()).isEqualTo(409);
        anotherOwner();
        assertThat(owner.post(ada + "/erase", "").status()).isEqualTo(204);
    }

    @Test
    void isNotDoneToAVersionThatIsOld() throws Exception {
        Map<String, String> old = Map.of("If-Match", "\"7\"");

        assertThat(owner.send("DELETE", ada, "", old).status()).isEqualTo(412);
        assertThat(owner.send("POST", ada + "/erase", "", old).status()).isEqualTo(412);
        owner.delete(ada);
        assertThat(owner.send("POST", ada + "/restore", "", old).status()).isEqualTo(412);
    }

    @Test
    void leavesOneEventForEachAct() throws Exception {
        owner.delete(ada);
        owner.post(ada + "/restore", "");
        owner.post(ada + "/erase", "");

        List<String> types = owner.get("/audit-events?target=" + id())
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString(""))
                .toList();
        assertThat(types).containsExactlyInAnyOrder("user.erased", "user.restored", "user.deleted", "user.created");
    }

    @Test
    void happensOnceHoweverManyDoIt() throws Exception {
        List<Integer> answers = Together.call(16, _ -> owner.post(ada + "/erase", "")).stream()
                .map(Answer::status)
                .toList();

        assertThat(answers).containsOnlyOnce(204);
        assertThat(answers.stream().filter(status -> status == 404)).hasSize(15);
    }

    private static User person(int number, Instant now) {
        return new User(
                new UserId(new UUID(7, number)),
                Optional.of("person-" + number),
                Optional.empty(),
                false,
                Profile.EMPTY,
                true,
                now,
                now);
    }

    private int erased() {
        return server.component.eraseDeletedUsers().turn();
    }

    private String id() {
        return ada.substring("/users/".length());
    }

    /** With a token that has not expired meanwhile. */
    private AdminApi fresh() throws Exception {
        return AdminApi.of(server, GLOBEX, "boss");
    }

    private void anotherOwner() throws Exception {
        String other = owner.post("/users", "{\"username\": \"eve\"}").text("/id");
        owner.send("PUT", "/users/" + other + "/roles/owner", "", Map.of());
    }

    private boolean signsIn() throws Exception {
        try (TestBrowser other = new TestBrowser()) {
            CodeFlow again = new CodeFlow(server.issuer(GLOBEX), other);
            return other.submit(again.signInPage(Map.of()), Map.of("username", EMAIL, "password", PASSWORD))
                    .headers()
                    .firstValue("Location")
                    .isPresent();
        }
    }
}
