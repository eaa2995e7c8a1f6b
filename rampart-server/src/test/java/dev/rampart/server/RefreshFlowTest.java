package dev.rampart.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.grant.Refresh;
import dev.rampart.domain.organization.OrgSlug;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refresh tokens from outside (RFC 6749 §6), and tokens taken back (RFC 7009) and asked about (RFC 7662). */
final class RefreshFlowTest {

    private static final String CLIENT = "app";
    private static final int TOGETHER = 16;

    private TestServer server;
    private TestBrowser browser;
    private CodeFlow flow;
    private AdminApi boss;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        browser = new TestBrowser();
        flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser);
        boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        boss.post("/clients", """
                {"client_id": "app", "client_name": "App", "token_endpoint_auth_method": "none",
                "grant_types": ["authorization_code", "refresh_token"],
                "redirect_uris": ["https://shop.example/callback"], "scope": "openid email profile offline_access"}""");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsWhoAndWhenInTheIdToken() throws Exception {
        HttpResponse<String> first = tokens("openid email");
        server.clock.advance(Duration.ofMinutes(10));
        HttpResponse<String> second = flow.refresh(CLIENT, CodeFlow.member(first, "refresh_token"), Map.of());

        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(second.headers().firstValue("Cache-Control")).contains("no-store");
        String before = CodeFlow.claims(CodeFlow.member(first, "id_token"));
        String after = CodeFlow.claims(CodeFlow.member(second, "id_token"));
        for (String claim : List.of("sub", "iss", "aud", "sid", "auth_time")) {
            assertThat(value(after, claim)).as(claim).isEqualTo(value(before, claim));
        }
        assertThat(before).contains("\"nonce\"");
        assertThat(after).doesNotContain("\"nonce\"");
        assertThat(flow.userinfo(CodeFlow.member(second, "access_token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesLessWhenLessIsAskedForAndAllOfItAgain() throws Exception {
        String token = CodeFlow.member(tokens("openid email"), "refresh_token");
        HttpResponse<String> less = flow.refresh(CLIENT, token, Map.of("scope", "email"));

        assertThat(less.body()).contains("\"scope\":\"email\"").doesNotContain("id_token");
        assertThat(flow.refresh(CLIENT, CodeFlow.member(less, "refresh_token"), Map.of("scope", "openid profile"))
                        .body())
                .contains("invalid_scope");
        assertThat(flow.refresh(CLIENT, CodeFlow.member(less, "refresh_token"), Map.of())
                        .body())
                .contains("\"scope\":\"openid email\"", "id_token");
    }

    @Test
    void givesEveryHonestCallerTheSameSuccessor() throws Exception {
        String token = CodeFlow.member(tokens("openid offline_access"), "refresh_token");
        List<String> successors =
                together(() -> CodeFlow.member(flow.refresh(CLIENT, token, Map.of()), "refresh_token"));

        assertThat(successors).hasSize(TOGETHER);
        assertThat(successors.stream().distinct()).hasSize(1).doesNotContain(token);
    }

    @Test
    void endsTheFamilyWhenATokenIsUsedLater() throws Exception {
        String token = CodeFlow.member(tokens("openid offline_access"), "refresh_token");
        HttpResponse<String> next = flow.refresh(CLIENT, token, Map.of());
        server.clock.advance(Refresh.GRACE);

        assertThat(flow.refresh(CLIENT, token, Map.of()).body()).contains("invalid_grant");
        assertThat(flow.refresh(CLIENT, CodeFlow.member(next, "refresh_token"), Map.of())
                        .body())
                .contains("invalid_grant");
        assertThat(flow.userinfo(CodeFlow.member(next, "access_token")).statusCode())
                .isEqualTo(401);
        assertThat(boss.get("/audit-events?type=token.issued&outcome=failure").text("/items/0/reason"))
                .isIn("TOKEN_REUSED", "GRANT_ENDED");
    }

    @Test
    void goesOnWithoutTheSessionOnlyIfThePersonMayBeAway() throws Exception {
        HttpResponse<String> bound = tokens("openid");
        HttpResponse<String> away = tokens("openid offline_access");
        String user = value(CodeFlow.claims(CodeFlow.member(bound, "id_token")), "sub");
        browser.get(flow.issuer().at("/logout"));
        String session = value(CodeFlow.claims(CodeFlow.member(bound, "id_token")), "sid");
        assertThat(boss.delete("/sessions/" + session).status()).isEqualTo(204);

        assertThat(flow.refresh(CLIENT, CodeFlow.member(bound, "refresh_token"), Map.of())
                        .body())
                .contains("invalid_grant");
        HttpResponse<String> still = flow.refresh(CLIENT, CodeFlow.member(away, "refresh_token"), Map.of());
        assertThat(still.statusCode()).isEqualTo(200);
        assertThat(boss.delete("/users/" + user + "/sessions").status()).isEqualTo(204);
        assertThat(flow.refresh(CLIENT, CodeFlow.member(still, "refresh_token"), Map.of())
                        .body())
                .contains("invalid_grant");
    }

    @Test
    void endsWhatGoesOnWithoutASessionWithAllSessionsOfTheOrganization() throws Exception {
        HttpResponse<String> away = tokens("openid offline_access");
        assertThat(boss.delete("/sessions").status()).isEqualTo(204);

        assertThat(flow.refresh(CLIENT, CodeFlow.member(away, "refresh_token"), Map.of())
                        .body())
                .contains("invalid_grant");
    }

    @Test
    void takesBackAnAccessTokenAloneAndARefreshTokenWithAllOfThem() throws Exception {
        HttpResponse<String> first = tokens("openid offline_access");
        String accessToken = CodeFlow.member(first, "access_token");
        assertThat(revoke(CLIENT, accessToken).statusCode()).isEqualTo(200);

        assertThat(flow.userinfo(accessToken).statusCode()).isEqualTo(401);
        HttpResponse<String> second = flow.refresh(CLIENT, CodeFlow.member(first, "refresh_token"), Map.of());
        assertThat(flow.userinfo(CodeFlow.member(second, "access_token")).statusCode())
                .isEqualTo(200);
        String refreshToken = CodeFlow.member(second, "refresh_token");
        assertThat(revoke("web", refreshToken).statusCode()).isEqualTo(400);
        assertThat(revoke(CLIENT, refreshToken).statusCode()).isEqualTo(200);
        assertThat(revoke(CLIENT, refreshToken).statusCode()).isEqualTo(200);
        assertThat(revoke(CLIENT, "made up").statusCode()).isEqualTo(200);
        assertThat(flow.refresh(CLIENT, refreshToken, Map.of()).body()).contains("invalid_grant");
        assertThat(flow.userinfo(CodeFlow.member(second, "access_token")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesBackATokenOfTheAdminApi() throws Exception {
        HttpResponse<String> given = AdminApi.token(server, OrgSlug.DEFAULT, "reader", TestServer.SECRET);
        String token = CodeFlow.member(given, "access_token");
        assertThat(withBasic("reader", "/oauth/revoke", token).statusCode()).isEqualTo(200);

        assertThat(withBasic("reader", "/oauth/introspect", token).body()).isEqualTo("{\"active\":false}");
    }

    @Test
    void tellsOnlyWhoeverMayKnowThatATokenIsGood() throws Exception {
        HttpResponse<String> first = tokens("openid email offline_access");
        String accessToken = CodeFlow.member(first, "access_token");
        String refreshToken = CodeFlow.member(first, "refresh_token");

        assertThat(withBasic("service", "/oauth/introspect", accessToken).body())
                .isEqualTo("{\"active\":false}");
        assertThat(withBasic("boss", "/oauth/introspect", accessToken).body())
                .contains("\"active\":true", "\"client_id\":\"app\"", "\"username\":", "\"scope\":\"openid email");
        assertThat(withBasic("boss", "/oauth/introspect", refreshToken).body())
                .contains("\"active\":true", "\"client_id\":\"app\"")
                .doesNotContain("token_type");
        assertThat(withBasic("boss", "/oauth/introspect", "made up").body()).isEqualTo("{\"active\":false}");
        flow.refresh(CLIENT, refreshToken, Map.of());
        assertThat(withBasic("boss", "/oauth/introspect", refreshToken).body()).isEqualTo("{\"active\":false}");
        server.clock.advance(Duration.ofMinutes(5));
        assertThat(withBasic("boss", "/oauth/introspect", accessToken).body()).isEqualTo("{\"active\":false}");
        assertThat(browser.post(
                                flow.issuer().at("/oauth/introspect"),
                                Map.of("client_id", CLIENT, "token", accessToken))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void answersInTheModeThatWasAskedFor() throws Exception {
        tokens("openid");
        HttpResponse<String> posted = browser.get(flow.request(
                Map.of("client_id", CLIENT, "prompt", "none", "response_mode", "form_post", "state", "a<b")));
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.body())
                .contains(
                        "action=\"https://shop.example/callback\"",
                        "name=\"code\"",
                        "value=\"a&lt;b\"",
                        "name=\"iss\"");
        assertThat(TestBrowser.location(browser.get(
                        flow.request(Map.of("client_id", CLIENT, "prompt", "none", "response_mode", "fragment")))))
                .startsWith("https://shop.example/callback#code=");
        assertThat(browser.get(flow.request(
                                Map.of("client_id", CLIENT, "prompt", "login none", "response_mode", "form_post")))
                        .body())
                .contains("name=\"error\" value=\"invalid_request\"");
    }

    @Test
    void tellsClaimsThatAreAskedForByName() throws Exception {
        String claims = "{\"userinfo\":{\"email\":{\"essential\":true}},\"id_token\":{\"auth_time\":null}}";
        HttpResponse<String> named = tokens(Map.of("scope", "openid", "claims", claims));

        assertThat(flow.userinfo(CodeFlow.member(named, "access_token")).body()).contains("\"email\":");
        assertThat(flow.userinfo(CodeFlow.member(tokens("openid"), "access_token"))
                        .body())
                .doesNotContain("email");
        assertThat(TestBrowser.location(browser.get(flow.request(Map.of("client_id", CLIENT, "claims", "[1]")))))
                .contains("error=invalid_request");
        String somebodyElse = "{\"id_token\":{\"sub\":{\"value\":\"019ab3c4-5d6e-7f80-91a2-b3c4d5e6f708\"}}}";
        assertThat(TestBrowser.location(browser.get(
                        flow.request(Map.of("client_id", CLIENT, "prompt", "none", "claims", somebodyElse)))))
                .contains("error=login_required");
    }

    private HttpResponse<String> tokens(String scope) throws Exception {
        return tokens(Map.of("scope", scope));
    }

    /** Signs in anew, whoever is signed in already. */
    private HttpResponse<String> tokens(Map<String, String> more) throws Exception {
        Map<String, String> asked = new HashMap<>(more);
        asked.putAll(Map.of("client_id", CLIENT, "nonce", "n-0S6_WzA2Mj", "prompt", "login"));
        HttpResponse<String> tokens = flow.redeem(CLIENT, flow.signIn(asked));
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        return tokens;
    }

    private HttpResponse<String> revoke(String client, String token) throws Exception {
        return browser.post(flow.issuer().at("/oauth/revoke"), Map.of("client_id", client, "token", token));
    }

    private HttpResponse<String> withBasic(String client, String path, String token) throws Exception {
        return browser.post(
                flow.issuer().at(path),
                Map.of("client_id", client, "client_secret", TestServer.SECRET, "token", token));
    }

    private static List<String> together(Callable<String> act) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(TOGETHER)) {
            List<Future<String>> all = threads.invokeAll(
                    IntStream.range(0, TOGETHER).mapToObj(_ -> act).toList());
            List<String> results = new ArrayList<>();
            for (Future<String> one : all) {
                results.add(one.get());
            }
            return results;
        }
    }

    private static String value(String json, String claim) {
        return json.replaceAll(".*\"" + claim + "\":\"?([^,\"}]+).*", "$1");
    }
}
