package dev.rampart.server;

import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People are asked what other people's applications may have, once, and can take it back. */
final class ConsentFlowTest {

    private static final String CLIENT = "third";

    private TestServer server;
    private CodeFlow flow;
    private AdminApi boss;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), new TestBrowser());
        boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        AdminApi.Answer made = boss.post("/clients", """
                {"client_id": "third", "client_name": "Third <Party>", "token_endpoint_auth_method": "none",
                "grant_types": ["authorization_code", "refresh_token"],
                "redirect_uris": ["https://shop.example/callback"],
                "scope": "openid email profile offline_access", "first_party": false,
                "client_uri": "https://third.example", "logo_uri": "https://cdn.third.example/logo.svg",
                "policy_uri": "https://third.example/privacy", "tos_uri": "https://third.example/terms"}""");
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksOnceForEachThingAndTellsWhoAsks() throws Exception {
        HttpResponse<String> page = signedIn(Map.of("scope", "openid email"));

        assertThat(page.body())
                .contains("Third &lt;Party&gt;", "https://cdn.third.example/logo.svg", "https://third.example/terms")
                .contains("see your e-mail address")
                .doesNotContain("see your profile");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("img-src 'self' data: https://cdn.third.example");
        assertThat(answered(page, "allow")).contains("code=");
        assertThat(again("openid email")).contains("code=");
        assertThat(again("openid email profile")).contains("/consent?flow=");
        assertThat(flow.browser()
                        .get(flow.request(of("openid email profile", "prompt", "none")))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("error=consent_required");
    }

    @Test
    void tellsTheApplicationThatThePersonSaidNoAndAsksNextTime() throws Exception {
        HttpResponse<String> page = signedIn(Map.of());

        assertThat(answered(page, "deny")).contains("error=access_denied");
        assertThat(answered(page, "allow")).doesNotContain("code=");
        assertThat(again("openid email")).contains("/consent?flow=");
        assertThat(boss.get("/audit-events?type=consent.granted&outcome=failure")
                        .text("/items/0/reason"))
                .isEqualTo("DENIED");
    }

    @Test
    void asksAgainWhenTheApplicationInsists() throws Exception {
        answered(signedIn(Map.of()), "allow");

        HttpResponse<String> page =
                flow.browser().follow(flow.browser().get(flow.request(of("openid email", "prompt", "consent"))));
        assertThat(page.body()).contains("see your e-mail address");
        assertThat(answered(page, "allow")).contains("code=");
    }

    @Test
    void signsInAnewAndAsksWhenTheApplicationWantsBoth() throws Exception {
        answered(signedIn(Map.of()), "allow");
        HttpResponse<String> signIn =
                flow.browser().follow(flow.browser().get(flow.request(of("openid", "prompt", "login consent"))));
        HttpResponse<String> posted = flow.browser().submit(signIn, Map.of("username", EMAIL, "password", PASSWORD));
        HttpResponse<String> page = flow.browser().follow(flow.browser().follow(posted));

        assertThat(answered(page, "allow")).contains("code=");
    }

    @Test
    void takesBackWhatWasAllowedWithEveryTokenOfIt() throws Exception {
        String back = answered(signedIn(Map.of("scope", "openid email offline_access")), "allow");
        HttpResponse<String> tokens = flow.redeem(CLIENT, code(back));
        String accessToken = CodeFlow.member(tokens, "access_token");
        String refreshToken = CodeFlow.member(tokens, "refresh_token");
        assertThat(flow.userinfo(accessToken).statusCode()).isEqualTo(200);
        AdminApi.Answer consents = boss.get("/consents");
        assertThat(consents.text("/items/0/client_id")).isEqualTo(CLIENT);
        assertThat(consents.text("/items/0/scope")).contains("email");

        assertThat(boss.delete("/consents/" + consents.text("/items/0/id")).status())
                .isEqualTo(204);

        assertThat(flow.userinfo(accessToken).statusCode()).isEqualTo(401);
        assertThat(flow.refresh(CLIENT, refreshToken, Map.of()).body()).contains("invalid_grant");
        assertThat(boss.get("/consents").json().at("/items").size()).isZero();
        assertThat(again("openid email")).contains("/consent?flow=");
        answered(flow.browser().follow(flow.browser().get(flow.request(of("openid email", "state", "x")))), "allow");
        assertThat(flow.userinfo(accessToken).statusCode()).isEqualTo(401);
    }

    @Test
    void showsAQuestionToNobodyElse() throws Exception {
        HttpResponse<String> page = signedIn(Map.of());
        try (TestBrowser other = new TestBrowser()) {
            assertThat(other.get(page.uri().toString()).statusCode()).isEqualTo(400);
        }
    }

    private HttpResponse<String> signedIn(Map<String, String> more) throws Exception {
        HttpResponse<String> form = flow.signInPage(of(more.getOrDefault("scope", "openid email"), "state", "before"));
        HttpResponse<String> posted = flow.browser().submit(form, Map.of("username", EMAIL, "password", PASSWORD));
        return flow.browser().follow(flow.browser().follow(posted));
    }

    private String answered(HttpResponse<String> page, String answer) throws Exception {
        HttpResponse<String> posted = flow.browser().submit(page, Map.of("consent", answer));
        if (posted.statusCode() / 100 != 3) {
            return "";
        }
        String location = TestBrowser.location(posted);
        return location.contains("/oauth/authorize")
                ? TestBrowser.location(flow.browser().follow(posted))
                : location;
    }

    private String again(String scope) throws Exception {
        return TestBrowser.location(flow.browser().get(flow.request(of(scope, "state", "again"))));
    }

    private static Map<String, String> of(String scope, String name, String value) {
        return Map.of("client_id", CLIENT, "scope", scope, name, value);
    }

    private static String code(String back) {
        return back.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }
}
