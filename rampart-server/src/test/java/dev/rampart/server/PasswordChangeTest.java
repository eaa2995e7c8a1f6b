package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody whose password was set by another, at their first sign-in. */
final class PasswordChangeTest {

    private static final String SET = "known to somebody else";
    private static final String CHOSEN = "known to nobody but me";

    private final TestBrowser browser = new TestBrowser();
    private TestServer server;
    private AdminApi owner;
    private CodeFlow flow;
    private String id;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        owner = AdminApi.of(server, GLOBEX, "boss");
        flow = new CodeFlow(server.issuer(GLOBEX), browser);
        AdminApi.Answer made = owner.post(
                "/users",
                "{\"username\": \"eve\", \"password\": \"%s\", \"password_change_required\": true}".formatted(SET));
        id = made.text("/id");
        assertThat(made.json().path("password_change_required").asBoolean()).isTrue();
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void isSignedInOnceAnotherPasswordIsChosen() throws Exception {
        HttpResponse<String> step = signIn(SET);
        assertThat(TestBrowser.location(step)).contains("/login/password?flow=");
        assertThat(browser.cookies()).doesNotContainKey("rampart_session_" + GLOBEX);
        HttpResponse<String> page = browser.follow(step);
        assertThat(page.body()).contains("Choose a new password", "eve");

        HttpResponse<String> same = browser.submit(page, Map.of("password", SET));
        HttpResponse<String> brief = browser.submit(page, Map.of("password", "short"));
        HttpResponse<String> done = browser.submit(page, Map.of("password", CHOSEN));

        assertThat(same.statusCode()).isEqualTo(400);
        assertThat(same.body()).contains("the password you have");
        assertThat(brief.statusCode()).isEqualTo(400);
        assertThat(brief.body()).contains("at least 15");
        String back = TestBrowser.location(browser.follow(done));
        assertThat(back).contains("code=");
        assertThat(browser.cookies()).containsKey("rampart_session_" + GLOBEX);
        assertThat(owner.get("/users/" + id)
                        .json()
                        .path("password_change_required")
                        .asBoolean(true))
                .isFalse();
        AdminApi.Answer events = owner.get("/audit-events?target=" + id);
        assertThat(events.json()
                        .path("items")
                        .valueStream()
                        .map(event -> event.path("type").asString("")
                                + " "
                                + event.path("reason").asString("")))
                .containsExactlyInAnyOrder(
                        "session.started ",
                        "password.changed ",
                        "password.changed PASSWORD_INVALID",
                        "password.changed PASSWORD_UNCHANGED",
                        "session.started PASSWORD_CHANGE_REQUIRED",
                        "user.created ");
    }

    @Test
    void getsNoCodeBeforeThat() throws Exception {
        String step = TestBrowser.location(signIn(SET));
        String id = step.substring(step.indexOf("flow=") + 5);

        assertThat(flow.ask(Map.of("prompt", "none"))).contains("error=login_required");
        assertThat(TestBrowser.location(browser.get(flow.request(Map.of("flow", id)))))
                .contains("/login?flow=");
        assertThat(browser.get(server.issuer(GLOBEX).at("/login?flow=" + id)).body())
                .contains("name=\"username\"");
    }

    @Test
    void cannotSkipThePasswordBefore() throws Exception {
        HttpResponse<String> page = flow.signInPage(Map.of());
        String step = page.uri().toString().replace("/login?", "/login/password?");

        HttpResponse<String> shown = browser.get(step);
        HttpResponse<String> posted =
                browser.post(step, Map.of("password", CHOSEN, "csrf", browser.csrf("rampart_browser_" + GLOBEX)));

        assertThat(TestBrowser.location(shown)).contains("/login?flow=");
        assertThat(TestBrowser.location(posted)).contains("/login?flow=");
        assertThat(browser.cookies()).doesNotContainKey("rampart_session_" + GLOBEX);
    }

    @Test
    void isTurnedAwayOnceThePasswordIsSetAnew() throws Exception {
        HttpResponse<String> page = browser.follow(signIn(SET));
        owner.patch("/users/" + id, "{\"password\": \"set once more by them\"}");

        HttpResponse<String> posted = browser.submit(page, Map.of("password", CHOSEN));

        assertThat(TestBrowser.location(posted)).contains("/login?flow=");
        assertThat(TestBrowser.location(signIn("set once more by them"))).contains("/login/password?flow=");
    }

    @Test
    void isSignedOutWhenItIsDemanded() throws Exception {
        browser.submit(browser.follow(signIn(SET)), Map.of("password", CHOSEN));
        assertThat(flow.ask(Map.of("prompt", "none"))).contains("code=");

        owner.patch("/users/" + id, "{\"password_change_required\": true}");

        assertThat(flow.ask(Map.of("prompt", "none"))).contains("error=login_required");
        assertThat(TestBrowser.location(signIn(CHOSEN))).contains("/login/password?flow=");
    }

    @Test
    void isSignedInOnceHoweverManyPostTogether() throws Exception {
        HttpResponse<String> page = browser.follow(signIn(SET));
        String csrf = browser.csrf("rampart_browser_" + GLOBEX);

        List<AdminApi.Answer> answers = Together.call(
                8,
                i -> new AdminApi.Answer(browser.sendForgetting(
                        browser.request(page.uri().toString())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        TestBrowser.encoded(Map.of("password", CHOSEN + i, "csrf", csrf)))))));

        assertThat(answers)
                .filteredOn(answer -> answer.header("Set-Cookie").contains("session"))
                .hasSize(1);
    }

    private HttpResponse<String> signIn(String password) throws Exception {
        return browser.submit(
                flow.signInPage(Map.of("prompt", "login")), Map.of("username", "eve", "password", password));
    }
}
