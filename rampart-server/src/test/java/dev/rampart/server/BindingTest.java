package dev.rampart.server;

import static dev.rampart.server.TestServer.CALLBACK;
import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.GLOBEX;
import static dev.rampart.server.TestServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.testing.Samples;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Codes and refresh tokens belong to one client, organization, redirect URI, verifier and person (RFC 6749 §4.1.3 and
 * §6, RFC 7636 §4.6, RFC 9700 §2.1): of all combinations of right and wrong, the one that is all right is taken.
 */
final class BindingTest {

    private static final String OURS = "ours";
    private static final List<OrgSlug> ORGANIZATIONS = List.of(OrgSlug.DEFAULT, GLOBEX);
    private static final Map<OrgSlug, String> SECRETS = new HashMap<>();
    private static final TestBrowser BROWSER = new TestBrowser();

    private static TestServer server;
    private static CodeFlow flow;
    private static AdminApi boss;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
        for (OrgSlug org : ORGANIZATIONS) {
            AdminApi owner = AdminApi.of(server, org, "boss");
            for (String client : List.of(OURS, "other")) {
                assertThat(owner.post("/clients", """
                        {"client_id": "%s", "client_name": "App", "token_endpoint_auth_method": "none",
                        "grant_types": ["authorization_code", "refresh_token"],
                        "redirect_uris": ["%s", "https://shop.example/other"],
                        "scope": "openid email profile offline_access"}""".formatted(client, CALLBACK))
                                .status())
                        .isEqualTo(201);
            }
            SECRETS.put(org, owner.post("/clients", """
                    {"client_id": "secretive", "client_name": "App", "redirect_uris": ["%s"],
                    "token_endpoint_auth_method": "client_secret_post", "scope": "openid email offline_access",
                    "grant_types": ["authorization_code", "refresh_token"]}
                    """.formatted(CALLBACK)).text("/client_secret"));
        }
        assertThat(SECRETS.values()).doesNotContain("").doesNotHaveDuplicates();
        boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), BROWSER);
        flow.signIn(Map.of());
    }

    @AfterAll
    static void stop() {
        BROWSER.close();
        server.close();
    }

    @Test
    void takesACodeOnlyFromWhomAndWithWhatItWasAskedWith() throws Exception {
        List<String> taken = new ArrayList<>();
        for (OrgSlug org : ORGANIZATIONS) {
            for (String client : List.of(OURS, "other", "secretive", "nobody")) {
                for (String redirectUri : List.of(CALLBACK, "https://shop.example/other")) {
                    taken.addAll(takenWithEachVerifier(org, client, redirectUri));
                }
            }
        }
        assertThat(taken).containsExactly("default ours " + CALLBACK + " " + Samples.VERIFIER.reveal());
    }

    private static List<String> takenWithEachVerifier(OrgSlug org, String client, String redirectUri) throws Exception {
        List<String> taken = new ArrayList<>();
        for (String verifier : List.of("", Samples.CHALLENGE.value(), "v".repeat(43), Samples.VERIFIER.reveal())) {
            Map<String, String> form = new HashMap<>(
                    Map.of("grant_type", "authorization_code", "code", code(Map.of()), "redirect_uri", redirectUri));
            if (!verifier.isEmpty()) {
                form.put("code_verifier", verifier);
            }
            if (isGiven(org, client, form)) {
                taken.add("%s %s %s %s".formatted(org, client, redirectUri, verifier));
            }
        }
        return taken;
    }

    @Test
    void takesARefreshTokenOnlyFromWhomAndForWhatItWasGiven() throws Exception {
        List<String> taken = new ArrayList<>();
        for (OrgSlug org : ORGANIZATIONS) {
            for (String client : List.of(OURS, "other", "secretive", "nobody")) {
                for (String scope : List.of("openid", "openid profile")) {
                    taken.addAll(takenForEachResource(org, client, scope));
                }
            }
        }
        assertThat(taken).containsExactly("default ours openid ");
    }

    private static List<String> takenForEachResource(OrgSlug org, String client, String scope) throws Exception {
        List<String> taken = new ArrayList<>();
        for (String resource : List.of("", server.at("/api/v1/admin"), "https://api.example")) {
            Map<String, String> form = new HashMap<>(
                    Map.of("grant_type", "refresh_token", "refresh_token", refreshToken(), "scope", scope));
            if (!resource.isEmpty()) {
                form.put("resource", resource);
            }
            if (isGiven(org, client, form)) {
                taken.add("%s %s %s %s".formatted(org, client, scope, resource));
            }
        }
        return taken;
    }

    @Test
    void isNotUsedUpByWhoeverDoesNotOwnIt() throws Exception {
        String token = refreshToken();
        for (String client : List.of("other", "secretive")) {
            assertThat(isGiven(OrgSlug.DEFAULT, client, Map.of("grant_type", "refresh_token", "refresh_token", token)))
                    .isFalse();
        }

        assertThat(isGiven(OrgSlug.DEFAULT, OURS, Map.of("grant_type", "refresh_token", "refresh_token", token)))
                .isTrue();
    }

    @Test
    void givesEachPersonTheirOwnTokens() throws Exception {
        assertThat(boss.post("/users", """
                {"username": "bob", "email": "bob@example.org", "email_verified": true, "password": "%s"}
                """.formatted(PASSWORD)).status()).isEqualTo(201);
        try (TestBrowser other = new TestBrowser()) {
            CodeFlow bobs = new CodeFlow(server.issuer(OrgSlug.DEFAULT), other);
            HttpResponse<String> posted =
                    other.submit(bobs.signInPage(asked(Map.of())), Map.of("username", "bob", "password", PASSWORD));
            String code = TokenKinds.parameter(TestBrowser.location(other.follow(posted)), "code");

            // It is Ada's browser that redeems it.
            HttpResponse<String> tokens = flow.redeem(OURS, code);

            assertThat(flow.userinfo(CodeFlow.member(tokens, "access_token")).body())
                    .contains("bob@example.org")
                    .doesNotContain(EMAIL);
            String hint = CodeFlow.member(tokens, "id_token");
            assertThat(flow.ask(asked(Map.of("prompt", "none", "id_token_hint", hint))))
                    .contains("login_required");
        }
    }

    @Test
    void letsNoOtherBrowserGoOnWithASignIn() throws Exception {
        HttpResponse<String> page = flow.signInPage(asked(Map.of("prompt", "login")));
        try (TestBrowser other = new TestBrowser()) {
            assertThat(other.get(page.uri().toString()).statusCode()).isEqualTo(400);
            other.get(new CodeFlow(server.issuer(OrgSlug.DEFAULT), other).ask(Map.of()));
            Map<String, String> form =
                    Map.of("username", EMAIL, "password", PASSWORD, "csrf", other.csrf("rampart_browser"));
            HttpResponse<String> answer = other.post(page.uri().toString(), form);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(other.cookies()).doesNotContainKey("rampart_session");
        }
        assertThat(BROWSER.submit(page, Map.of("username", EMAIL, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void takesASessionOnlyWhereItWasStarted() throws Exception {
        String session = BROWSER.cookies().getOrDefault("rampart_session", "");
        CodeFlow there = new CodeFlow(server.issuer(GLOBEX), BROWSER);
        for (String name : List.of("rampart_session", "rampart_session_" + GLOBEX)) {
            try (TestBrowser other = new TestBrowser()) {
                HttpResponse<String> answer =
                        other.sendForgetting(other.request(there.request(asked(Map.of("prompt", "none"))))
                                .header("Cookie", name + "=" + session));
                assertThat(TestBrowser.location(answer)).contains("error=login_required");
            }
        }
    }

    private static String code(Map<String, String> more) throws Exception {
        return TokenKinds.parameter(flow.ask(asked(more)), "code");
    }

    private static Map<String, String> asked(Map<String, String> more) {
        Map<String, String> asked = new HashMap<>(Map.of("client_id", OURS, "scope", "openid email offline_access"));
        asked.putAll(more);
        return asked;
    }

    private static String refreshToken() throws Exception {
        return CodeFlow.member(flow.redeem(OURS, code(Map.of())), "refresh_token");
    }

    private static boolean isGiven(OrgSlug org, String client, Map<String, String> form) throws Exception {
        Map<String, String> all = new HashMap<>(form);
        all.put("client_id", client);
        if (client.equals("secretive")) {
            all.put("client_secret", SECRETS.getOrDefault(org, ""));
        }
        HttpResponse<String> answer = BROWSER.post(server.issuer(org).at("/oauth/token"), all);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 401);
        return answer.statusCode() == 200;
    }
}
