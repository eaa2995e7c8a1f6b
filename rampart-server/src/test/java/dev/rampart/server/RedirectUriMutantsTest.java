package dev.rampart.server;

import static dev.rampart.server.TestServer.AFTER_LOGOUT;
import static dev.rampart.server.TestServer.CALLBACK;
import static dev.rampart.server.TestServer.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.testing.Samples;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Asks to be sent to addresses that only look like the registered ones. They are compared letter by letter (RFC 9700
 * §4.1.3), so that nothing that is almost right is right.
 */
final class RedirectUriMutantsTest {

    private static final int AT_LEAST = 400;
    private static final int LOOPBACK_PORT = 49152;
    private static final String LOOPBACK = "http://127.0.0.1:" + LOOPBACK_PORT + "/callback";
    private static final TestBrowser BROWSER = new TestBrowser();

    private static TestServer server;
    private static CodeFlow flow;
    private static String idToken;

    @BeforeAll
    static void signIn() throws Exception {
        server = TestServer.started();
        flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), BROWSER);
        idToken = CodeFlow.member(flow.redeem(flow.signIn(Map.of())), "id_token");
    }

    @AfterAll
    static void stop() {
        BROWSER.close();
        server.close();
    }

    @Test
    void areNeverRedirectedToFromTheAuthorizationEndpoint(TestReporter reporter) throws Exception {
        Set<String> mutants = RedirectUriMutants.of(CALLBACK);

        assertThat(mutants).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        reporter.publishEntry("mutants", Integer.toString(mutants.size()));
        for (String mutant : mutants) {
            isAPage(BROWSER.get(flow.request(Map.of("redirect_uri", mutant))), mutant);
        }
        assertThat(flow.ask(Map.of())).startsWith(CALLBACK + "?").contains("code=");
    }

    @Test
    void areNeverRedirectedToFromAFormOfAnotherSite() throws Exception {
        for (String mutant : RedirectUriMutants.of(CALLBACK)) {
            HttpResponse<String> answer = post(Map.of("redirect_uri", mutant));
            isAPage(answer.statusCode() == 303 ? ownRedirect(answer) : answer, mutant);
        }
        assertThat(TestBrowser.location(ownRedirect(post(Map.of())))).startsWith(CALLBACK + "?code=");
    }

    @Test
    void areNeverRedirectedToWithAnErrorOrAForm() throws Exception {
        for (String mutant : RedirectUriMutants.of(CALLBACK)) {
            isAPage(BROWSER.get(flow.request(Map.of("redirect_uri", mutant, "prompt", "none login"))), mutant);
            isAPage(BROWSER.get(flow.request(Map.of("redirect_uri", mutant, "response_mode", "form_post"))), mutant);
        }
        assertThat(flow.ask(Map.of("prompt", "none login"))).startsWith(CALLBACK + "?error=");
    }

    @Test
    void areNotTheOneThatACodeWasAskedWith() throws Exception {
        String code = code();
        for (String mutant : RedirectUriMutants.of(CALLBACK)) {
            HttpResponse<String> answer = redeem(code, mutant);
            assertThat(answer.statusCode()).as(mutant).isEqualTo(400);
            assertThat(answer.body()).as(mutant).containsAnyOf("invalid_grant", "invalid_request");
            if (mutant.hashCode() % 8 == 0) {
                code = code(); // One that nobody has tried yet.
            }
        }
        assertThat(redeem(code(), CALLBACK).statusCode()).isEqualTo(200);
    }

    @Test
    void areNeverRedirectedToAfterSigningOutAndNobodyIsSignedOutForThem() throws Exception {
        Set<String> mutants = RedirectUriMutants.of(AFTER_LOGOUT);

        assertThat(mutants).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        for (String mutant : mutants) {
            isAPage(logout(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", mutant)), mutant);
            isAPage(logout(Map.of("client_id", WEB, "post_logout_redirect_uri", mutant)), mutant);
        }
        isAPage(logout(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", CALLBACK)), CALLBACK);
        assertThat(flow.ask(Map.of("prompt", "none"))).contains("code=");
        try (TestBrowser other = new TestBrowser()) {
            CodeFlow second = new CodeFlow(server.issuer(OrgSlug.DEFAULT), other);
            String hint = CodeFlow.member(second.redeem(second.signIn(Map.of())), "id_token");
            HttpResponse<String> out = other.get(server.at("/oauth/logout?")
                    + TestBrowser.encoded(Map.of("id_token_hint", hint, "post_logout_redirect_uri", AFTER_LOGOUT)));
            assertThat(TestBrowser.location(out)).isEqualTo(AFTER_LOGOUT);
        }
    }

    @Test
    void areNoLoopbackAddressesButTheOneRegistered() throws Exception {
        AdminApi boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        assertThat(boss.post("/clients", """
                {"client_id": "native", "client_name": "Native", "token_endpoint_auth_method": "none",
                "grant_types": ["authorization_code"], "redirect_uris": ["%s"], "scope": "openid"}
                """.formatted(LOOPBACK)).status()).isEqualTo(201);

        for (String mutant : RedirectUriMutants.ofLoopback(LOOPBACK, LOOPBACK_PORT)) {
            isAPage(BROWSER.get(flow.request(Map.of("client_id", "native", "redirect_uri", mutant))), mutant);
        }
        assertThat(flow.ask(Map.of("client_id", "native", "redirect_uri", LOOPBACK)))
                .startsWith(LOOPBACK + "?code=");
    }

    private static String code() throws Exception {
        return flow.ask(Map.of("prompt", "none")).replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private static HttpResponse<String> redeem(String code, String redirectUri) throws Exception {
        return BROWSER.post(
                server.at("/oauth/token"),
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "client_id", WEB,
                        "redirect_uri", redirectUri,
                        "code_verifier", Samples.VERIFIER.reveal()));
    }

    private static HttpResponse<String> logout(Map<String, String> parameters) throws Exception {
        return BROWSER.get(server.at("/oauth/logout?") + TestBrowser.encoded(parameters));
    }

    private static HttpResponse<String> post(Map<String, String> more) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of(
                "client_id",
                WEB,
                "redirect_uri",
                CALLBACK,
                "response_type",
                "code",
                "scope",
                "openid",
                "code_challenge",
                Samples.CHALLENGE.value(),
                "code_challenge_method",
                "S256"));
        form.putAll(more);
        return BROWSER.post(server.at("/oauth/authorize"), form);
    }

    /** Follows it, if it stays where it is. */
    private static HttpResponse<String> ownRedirect(HttpResponse<String> answer) throws Exception {
        assertThat(TestBrowser.location(answer)).startsWith(server.at("/oauth/authorize?"));
        return BROWSER.follow(answer);
    }

    private static void isAPage(HttpResponse<String> answer, String mutant) {
        assertThat(answer.statusCode()).as(mutant).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).as(mutant).isEmpty();
        assertThat(answer.headers().firstValue("Refresh")).as(mutant).isEmpty();
        assertThat(answer.body()).as(mutant).doesNotContain("evil.example", "http-equiv", "form_post");
    }
}
