package dev.rampart.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications are told by the browser that somebody is signed out (OIDC Front-Channel Logout). */
final class FrontChannelLogoutTest {

    private static final String CLIENT = "framed";
    private static final String POLICY = "Content-Security-Policy";

    private TestServer server;
    private CodeFlow flow;
    private AdminApi boss;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), new TestBrowser());
        boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        AdminApi.Answer made = boss.post("/clients", """
                {"client_id": "framed", "client_name": "Framed", "token_endpoint_auth_method": "none",
                "grant_types": ["authorization_code"], "redirect_uris": ["https://shop.example/callback"],
                "post_logout_redirect_uris": ["https://shop.example/bye"], "scope": "openid email",
                "frontchannel_logout_uri": "https://framed.example/logout?a=b",
                "frontchannel_logout_session_required": true}""");
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        flow.browser().close();
        server.close();
    }

    @Test
    void loadsWhatTellsThemAndGoesBackWhenTheyKnow() throws Exception {
        String idToken = signIn();

        HttpResponse<String> page = logout(idToken);

        assertThat(page.statusCode()).isEqualTo(200);
        String sid = CodeFlow.claims(idToken).replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        String issuer =
                TestBrowser.encoded(Map.of("iss", server.issuer(OrgSlug.DEFAULT).value()));
        assertThat(page.body().replace("&amp;", "&").replace("&#61;", "="))
                .contains("<iframe src=\"https://framed.example/logout?a=b&" + issuer + "&sid=" + sid + "\" hidden>")
                .contains("id=\"onward\"", "href=\"https://shop.example/bye?state=s\"", "/assets/onward.");
        assertThat(page.headers().allValues(POLICY))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains(
                                "; frame-src https://framed.example", "default-src 'none'", "frame-ancestors 'none'"));
        assertThat(flow.ask(Map.of("prompt", "none"))).contains("error=login_required");
        assertThat(TestBrowser.location(logout(idToken)))
                .as("nobody is signed in any more")
                .isEqualTo("https://shop.example/bye?state=s");
    }

    @Test
    void staysOnThePageForThoseWhoComeByThemselves() throws Exception {
        signIn();

        HttpResponse<String> page =
                flow.browser().submit(flow.browser().get(server.at("/logout")), Map.of("confirm", "confirm"));

        assertThat(page.body())
                .contains("<iframe src=\"https://framed.example/logout")
                .doesNotContain("onward");
    }

    @Test
    void goesBackAtOnceWhereNobodyIsToBeTold() throws Exception {
        assertThat(boss.patch("/clients/" + CLIENT, "{\"frontchannel_logout_uri\": null}")
                        .status())
                .isEqualTo(200);

        assertThat(TestBrowser.location(logout(signIn()))).isEqualTo("https://shop.example/bye?state=s");
    }

    private HttpResponse<String> logout(String idToken) throws Exception {
        Map<String, String> parameters =
                Map.of("id_token_hint", idToken, "post_logout_redirect_uri", "https://shop.example/bye", "state", "s");
        return flow.browser().get(server.at("/oauth/logout?") + TestBrowser.encoded(parameters));
    }

    private String signIn() throws Exception {
        return CodeFlow.member(flow.redeem(CLIENT, flow.signIn(Map.of("client_id", CLIENT))), "id_token");
    }
}
