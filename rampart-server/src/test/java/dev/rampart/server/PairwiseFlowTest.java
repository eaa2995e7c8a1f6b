package dev.rampart.server;

import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.testing.Samples;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications of different sectors cannot tell that they have met the same person (OIDC Core §8). */
final class PairwiseFlowTest {

    private static final String SHOP = "https://shop.example/callback";
    private static final String BANK = "https://bank.example/callback";

    private TestServer server;
    private TestBrowser browser;
    private AdminApi boss;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        browser = new TestBrowser();
        boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void callsOnePersonDifferentlyInEachSectorAndTheSameInOne() throws Exception {
        client("shop", SHOP, "");
        client("till", SHOP, "");
        client("bank", BANK, "");

        String shop = subject(tokens("shop", SHOP));
        String till = subject(tokens("till", SHOP));
        String bank = subject(tokens("bank", BANK));

        String user = boss.get("/users").text("/items/0/id");
        assertThat(shop).isEqualTo(till).isNotEqualTo(bank).doesNotContain(user);
        assertThat(bank).doesNotContain(user);
    }

    @Test
    void callsThemTheSameInEverythingThatTheClientReads() throws Exception {
        client("shop", SHOP, ", \"userinfo_signed_response_alg\": \"RS256\"");
        HttpResponse<String> tokens = tokens("shop", SHOP);
        String subject = subject(tokens);
        String accessToken = CodeFlow.member(tokens, "access_token");

        HttpResponse<String> userinfo = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser).userinfo(accessToken);

        assertThat(userinfo.headers().firstValue("Content-Type")).contains("application/jwt");
        SignedJWT told = SignedJWT.parse(userinfo.body());
        assertThat(told.getJWTClaimsSet().getSubject()).isEqualTo(subject);
        assertThat(told.getJWTClaimsSet().getAudience()).containsExactly("shop");
        assertThat(SignedJWT.parse(accessToken).getJWTClaimsSet().getSubject()).isEqualTo(subject);
    }

    @Test
    void knowsThePersonOfAHintAgain() throws Exception {
        client("shop", SHOP, "");
        String idToken = CodeFlow.member(tokens("shop", SHOP), "id_token");

        HttpResponse<String> again =
                browser.get(request("shop", SHOP, Map.of("prompt", "none", "id_token_hint", idToken)));

        assertThat(again.headers().firstValue("Location").orElse("")).contains("code=");
    }

    @Test
    void needsOneHostToTellASector() throws Exception {
        AdminApi.Answer refused = boss.post("/clients", """
                {"client_name": "Both", "subject_type": "pairwise",
                "redirect_uris": ["https://a.example/", "https://b.example/"]}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("/sector_identifier_uri");
    }

    private void client(String id, String redirectUri, String more) throws Exception {
        AdminApi.Answer made = boss.post("/clients", """
                {"client_id": "%s", "client_name": "%s", "token_endpoint_auth_method": "none",
                "redirect_uris": ["%s"], "scope": "openid email",
                "subject_type": "pairwise"%s}""".formatted(id, id, redirectUri, more));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    }

    /** The tokens that a client gets for Ada, who signs in if she has not yet. */
    private HttpResponse<String> tokens(String client, String redirectUri) throws Exception {
        String answer = TestBrowser.location(browser.get(request(client, redirectUri, Map.of())));
        if (!answer.startsWith(redirectUri)) {
            HttpResponse<String> posted =
                    browser.submit(browser.get(answer), Map.of("username", EMAIL, "password", PASSWORD));
            answer = TestBrowser.location(browser.follow(posted));
        }
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(answer);
        assertThat(code.find()).as(answer).isTrue();
        return browser.post(
                server.issuer(OrgSlug.DEFAULT).at("/oauth/token"),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code.group(1),
                        "client_id",
                        client,
                        "redirect_uri",
                        redirectUri,
                        "code_verifier",
                        Samples.VERIFIER.reveal()));
    }

    private String request(String client, String redirectUri, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of("client_id", client, "redirect_uri", redirectUri));
        parameters.putAll(more);
        return new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser).request(parameters);
    }

    private static String subject(HttpResponse<String> tokens) throws Exception {
        return SignedJWT.parse(CodeFlow.member(tokens, "id_token"))
                .getJWTClaimsSet()
                .getSubject();
    }
}
