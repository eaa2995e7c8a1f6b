package dev.rampart.server;

import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import dev.rampart.domain.organization.OrgSlug;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications are told by the server that somebody is signed out, whatever ended the session. */
final class BackChannelLogoutTest {

    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private TestServer server;
    private Receiver receiver;
    private AdminApi boss;
    private String ada;
    private CodeFlow flow;
    private String sid = "";
    private String idToken = "";

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        // The validator has a clock, too.
        server.clock.advance(Duration.between(server.clock.instant(), Instant.now()));
        receiver = new Receiver();
        flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), new TestBrowser());
        boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        ada = "/users/" + boss.get("/users?q=ada").text("/items/0/id");
        register(FIRST, "RS256");
        register(SECOND, "ES256");
    }

    @AfterEach
    void stop() {
        receiver.close();
        server.close();
    }

    @Test
    void tellsEachApplicationThatThePersonHasSignedOut() throws Exception {
        signIn();
        HttpResponse<String> page = flow.browser().get(server.at("/logout"));
        flow.browser().submit(page, Map.of("confirm", "confirm"));

        assertToldOnce();
    }

    @Test
    void tellsThemThatAnApplicationHasSignedThePersonOut() throws Exception {
        signIn();
        flow.browser().get(server.at("/oauth/logout?") + TestBrowser.encoded(Map.of("id_token_hint", idToken)));

        assertToldOnce();
    }

    @Test
    void tellsThemThatAnAdministratorHasEndedASession() throws Exception {
        signIn();
        assertThat(boss.delete("/sessions/" + sid).status()).isEqualTo(204);

        assertToldOnce();
    }

    @Test
    void tellsThemThatAllSessionsOfAPersonAreEnded() throws Exception {
        signIn();
        boss.delete(ada + "/sessions");

        assertToldOnce();
    }

    @Test
    void tellsThemThatAPersonIsDisabled() throws Exception {
        signIn();
        assertThat(boss.patch(ada, "{\"enabled\": false}").status()).isEqualTo(200);

        assertToldOnce();
    }

    @Test
    void tellsThemThatAPersonHasAnotherPassword() throws Exception {
        signIn();
        assertThat(boss.patch(ada, "{\"password\": \"another staple, another battery\"}")
                        .status())
                .isEqualTo(200);

        assertToldOnce();
    }

    @Test
    void tellsThemThatAPersonIsDeleted() throws Exception {
        signIn();
        assertThat(boss.delete(ada).status()).isEqualTo(204);

        assertToldOnce();
    }

    @Test
    void tellsThemThatASessionHasMadeRoomForAnother() throws Exception {
        signIn();
        boss.patch("/settings", "{\"session\": {\"max_per_user\": 1}}");
        server.clock.advance(Duration.ofSeconds(1));
        try (TestBrowser other = new TestBrowser()) {
            new CodeFlow(flow.issuer(), other).signIn(Map.of());
        }

        assertToldOnce();
    }

    @Test
    void tellsAnApplicationAgainThatCouldNotHearIt() throws Exception {
        signIn();
        receiver.answers(503);
        boss.delete("/sessions/" + sid);
        server.work();
        receiver.down();
        server.clock.advance(Duration.ofSeconds(5));
        server.work();
        receiver.up();
        receiver.answers(204);
        server.clock.advance(Duration.ofSeconds(10));
        server.work();

        List<String> tokens = receiver.tokens("/" + FIRST);
        assertThat(tokens).hasSize(2);
        assertThat(SignedJWT.parse(tokens.getLast()).getJWTClaimsSet().getJWTID())
                .isEqualTo(SignedJWT.parse(tokens.getFirst()).getJWTClaimsSet().getJWTID());
        AdminApi.Answer told = boss.get("/audit-events?type=logout.delivered");
        assertThat(told.json().at("/items").size()).isEqualTo(2);
        assertThat(told.text("/items/0/outcome")).isEqualTo("success");
        assertThat(told.text("/items/0/target/kind")).isEqualTo("client");
    }

    @Test
    void givesUpOnAnApplicationThatRefuses() throws Exception {
        signIn();
        receiver.answers(400);
        boss.delete("/sessions/" + sid);
        server.work();
        server.clock.advance(Duration.ofMinutes(2));
        server.work();

        assertThat(receiver.tokens("/" + FIRST)).hasSize(1);
        assertThat(boss.get("/audit-events?type=logout.delivered&outcome=failure")
                        .text("/items/0/reason"))
                .isEqualTo("REFUSED");
    }

    @Test
    void tellsNobodyWhenAllSessionsAreEndedAtOnce() throws Exception {
        signIn();
        boss.delete("/sessions");
        server.work();

        assertThat(receiver.tokens("/" + FIRST)).isEmpty();
    }

    /** Exactly once, by a token that another's library takes. */
    private void assertToldOnce() throws Exception {
        server.work();
        server.work();
        JWKSet keys =
                JWKSet.load(URI.create(server.at("/.well-known/jwks.json")).toURL());
        for (String client : List.of(FIRST, SECOND)) {
            assertThat(receiver.tokens("/" + client)).as(client).hasSize(1);
            SignedJWT token = SignedJWT.parse(receiver.tokens("/" + client).getFirst());
            JWSAlgorithm algorithm = client.equals(FIRST) ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
            LogoutTokenClaimsSet claims = new LogoutTokenValidator(
                            new Issuer(server.issuer(OrgSlug.DEFAULT).value()), new ClientID(client), algorithm, keys)
                    .validate(token);
            assertThat(claims.getSessionID().getValue()).isEqualTo(sid);
            assertThat("/users/" + claims.getSubject().getValue()).isEqualTo(ada);
            assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
            Map<String, Object> all = token.getJWTClaimsSet().getClaims();
            assertThat(all).containsOnlyKeys("iss", "sub", "aud", "iat", "exp", "jti", "sid", "events");
            assertThat(all.get("events"))
                    .isEqualTo(Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        }
    }

    /** Ada signs in to one application and goes on to the other, in one session. */
    private void signIn() throws Exception {
        HttpResponse<String> posted = flow.browser()
                .submit(flow.signInPage(Map.of("client_id", FIRST)), Map.of("username", EMAIL, "password", PASSWORD));
        String code = TestBrowser.location(flow.browser().follow(posted)).replaceAll(".*[?&]code=([^&]+).*", "$1");
        idToken = CodeFlow.member(flow.redeem(FIRST, code), "id_token");
        sid = SignedJWT.parse(idToken).getJWTClaimsSet().getStringClaim("sid");
        assertThat(flow.ask(Map.of("client_id", SECOND))).contains("code=");
    }

    private void register(String client, String algorithm) throws Exception {
        AdminApi.Answer made = boss.post("/clients", """
                {"client_id": "%s", "client_name": "The %1$s", "token_endpoint_auth_method": "none",
                "grant_types": ["authorization_code"], "redirect_uris": ["https://shop.example/callback"],
                "scope": "openid email", "id_token_signed_response_alg": "%s",
                "backchannel_logout_session_required": true,
                "backchannel_logout_uri": "%s"}""".formatted(client, algorithm, receiver.at("/" + client)));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    }
}
