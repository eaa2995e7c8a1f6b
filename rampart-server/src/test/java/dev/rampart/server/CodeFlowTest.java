package dev.rampart.server;

import static dev.rampart.server.TestServer.AFTER_LOGOUT;
import static dev.rampart.server.TestServer.CALLBACK;
import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.GLOBEX;
import static dev.rampart.server.TestServer.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The authorization code flow from outside (RFC 6749 §4.1, OIDC Core §3.1), in two organizations. */
final class CodeFlowTest {

    private static TestServer server;
    private final TestBrowser browser = new TestBrowser();

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givesTokensForACodeOnceAndTakesThemBackWhenItIsReplayed() throws Exception {
        CodeFlow flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser);
        String code = flow.signIn(Map.of("nonce", "n-0S6_WzA2Mj"));

        HttpResponse<String> tokens = flow.redeem(code);

        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(CodeFlow.claims(CodeFlow.member(tokens, "id_token")))
                .contains("\"nonce\":\"n-0S6_WzA2Mj\"", "\"aud\":\"" + WEB + "\"")
                .doesNotContain("email");
        String accessToken = CodeFlow.member(tokens, "access_token");
        assertThat(flow.userinfo(accessToken).body()).contains("\"email\":\"" + EMAIL + "\"");
        assertThat(flow.redeem(code).body()).contains("invalid_grant");
        assertThat(flow.userinfo(accessToken).statusCode()).isEqualTo(401);
    }

    @Test
    void signsInOnceForAllApplicationsOfAnOrganizationAndForNoOther() throws Exception {
        CodeFlow home = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser);
        CodeFlow globex = new CodeFlow(server.issuer(GLOBEX), browser);
        home.signIn(Map.of());

        assertThat(home.ask(Map.of("prompt", "none"))).contains("code=");
        assertThat(globex.ask(Map.of("prompt", "none"))).contains("error=login_required");

        String code = globex.signIn(Map.of());
        assertThat(home.redeem(code).body()).contains("invalid_grant");
        assertThat(browser.cookies()).containsKeys("rampart_session", "rampart_session_" + GLOBEX);
        HttpResponse<String> tokens = globex.redeem(code);
        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(home.userinfo(CodeFlow.member(tokens, "access_token")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void asksAgainWhenTheApplicationInsists() throws Exception {
        CodeFlow flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser);
        flow.signIn(Map.of());

        assertThat(flow.ask(Map.of("prompt", "login"))).contains("/login?flow=");
        assertThat(flow.ask(Map.of("max_age", "0", "prompt", "none"))).contains("code=");
        assertThat(flow.signIn(Map.of("prompt", "login"))).isNotEmpty();
    }

    @Test
    void tellsThePersonNothingButThatItDidNotWork() throws Exception {
        CodeFlow flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser);
        HttpResponse<String> page = flow.signInPage(Map.of());

        HttpResponse<String> wrong = browser.submit(page, Map.of("username", EMAIL, "password", "wrong"));
        HttpResponse<String> unknown = browser.submit(page, Map.of("username", "bob@example.org", "password", "wrong"));

        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(masked(unknown.body()).replace("bob@example.org", EMAIL)).isEqualTo(masked(wrong.body()));
    }

    @Test
    void sendsAPersonBackWhoWouldRatherNot() throws Exception {
        CodeFlow flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser);

        HttpResponse<String> cancelled =
                browser.submit(flow.signInPage(Map.of("state", "s")), Map.of("cancel", "cancel"));

        assertThat(TestBrowser.location(cancelled))
                .startsWith(CALLBACK)
                .contains("error=access_denied", "state=s", "iss=");
    }

    @Test
    void endsTheSessionAndItsTokens() throws Exception {
        CodeFlow flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser);
        HttpResponse<String> tokens = flow.redeem(flow.signIn(Map.of()));
        String logout = server.at("/oauth/logout?")
                + TestBrowser.encoded(Map.of(
                        "id_token_hint",
                        CodeFlow.member(tokens, "id_token"),
                        "post_logout_redirect_uri",
                        AFTER_LOGOUT,
                        "state",
                        "a b"));

        HttpResponse<String> out = browser.get(logout);

        assertThat(TestBrowser.location(out)).isEqualTo(AFTER_LOGOUT + "?state=a%20b");
        assertThat(flow.userinfo(CodeFlow.member(tokens, "access_token")).statusCode())
                .isEqualTo(401);
        assertThat(flow.ask(Map.of("prompt", "none"))).contains("error=login_required");
    }

    @Test
    void asksBeforeItSignsOutForWhoBringsNoIdToken() throws Exception {
        CodeFlow flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser);
        flow.signIn(Map.of());

        HttpResponse<String> page = browser.get(server.at("/oauth/logout"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(flow.ask(Map.of("prompt", "none"))).contains("code=");

        assertThat(browser.submit(page, Map.of("confirm", "confirm")).statusCode())
                .isEqualTo(200);
        assertThat(flow.ask(Map.of("prompt", "none"))).contains("error=login_required");
    }

    private static String masked(String page) {
        return page.replaceAll("flow=[\\w-]+|flow&#61;[\\w-]+", "flow");
    }
}
