package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.server.AdminApi.Answer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings over HTTP: what is chosen holds with the next request. */
final class SettingsTest {

    private static final String OLD_CALLBACK = "https://old.example/cb";

    private TestServer server;
    private AdminApi boss;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        boss = AdminApi.of(server, GLOBEX, "boss");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showWhatHoldsBeforeAnythingIsChosen() throws Exception {
        Answer answer = boss.get("/settings");

        assertThat(answer.http().body())
                .isEqualTo("{\"password\":{\"min_length\":15,\"max_length\":256,\"blocked_words\":[]},"
                        + "\"session\":{\"idle_lifetime\":43200,\"absolute_lifetime\":1209600,\"max_per_user\":50},"
                        + "\"token\":{\"access_token_lifetime\":300,\"id_token_lifetime\":300,\"code_lifetime\":60,"
                        + "\"refresh_token_idle_lifetime\":1209600,\"refresh_token_absolute_lifetime\":7776000,"
                        + "\"access_token_signing_alg\":\"ES256\"},"
                        + "\"client_registration\":{\"mode\":\"off\",\"max_clients\":100},"
                        + "\"compatibility\":\"strict\",\"branding\":{}}");
        assertThat(boss.get("/organizations/globex-two/settings").http().body())
                .isEqualTo(answer.http().body());
    }

    @Test
    void areChangedFieldByFieldAndTakenBackByNull() throws Exception {
        boss.patch("/settings", "{\"session\": {\"idle_lifetime\": 600, \"max_per_user\": 3}}");
        server.clock.advance(Duration.ofSeconds(1)); // So that the events have an order.
        Answer changed = boss.patch("/settings", """
                {"session": {"idle_lifetime": null}, "token": {"access_token_lifetime": 60},
                "branding": {"display_name": "Globex", "primary_color": "#AA0000"}}""");

        assertThat(changed.status()).as(changed.http().body()).isEqualTo(200);
        assertThat(changed.json().at("/session/idle_lifetime").asInt()).isEqualTo(43200);
        assertThat(changed.json().at("/session/max_per_user").asInt()).isEqualTo(3);
        assertThat(changed.json().at("/token/access_token_lifetime").asInt()).isEqualTo(60);
        assertThat(changed.text("/branding/primary_color")).isEqualTo("#aa0000");
        assertThat(boss.get("/settings").http().body()).isEqualTo(changed.http().body());
        server.clock.advance(Duration.ofSeconds(1));
        assertThat(boss.patch("/settings", "{\"token\": null, \"branding\": null, \"session\": null}")
                        .json()
                        .at("/token/access_token_lifetime")
                        .asInt())
                .isEqualTo(300);
        Answer events = boss.get("/audit-events?type=settings.updated");
        assertThat(events.text("/items/1/changes/token.access_token_lifetime/after"))
                .isEqualTo("60");
        assertThat(events.text("/items/1/changes/session.idle_lifetime/before")).isEqualTo("600");
    }

    @Test
    void stayAsTheyAreForWhoeverReadThemBeforeSomebodyElseChangedThem() throws Exception {
        String tag = boss.get("/settings").header("ETag");
        String patch = "{\"password\": {\"min_length\": 20}}";

        assertThat(boss.send("PATCH", "/settings", patch, Map.of("If-Match", tag))
                        .status())
                .isEqualTo(200);
        assertThat(boss.send("PATCH", "/settings", patch, Map.of("If-Match", tag))
                        .status())
                .isEqualTo(412);
        assertThat(boss.get("/audit-events?type=settings.updated&outcome=failure")
                        .text("/items/0/reason"))
                .isEqualTo("STALE");
    }

    @Test
    void sayEverythingThatIsWrongAtOnce() throws Exception {
        Answer answer = boss.patch("/settings", """
                {"password": {"min_length": 7, "max_length": 257, "blocked_words": ["ab"], "colour": 1},
                "session": {"idle_lifetime": 59}, "token": {"code_lifetime": 601, "access_token_signing_alg": "none"},
                "compatibility": "lax", "branding": {"primary_color": "red", "background_color": "#12345"}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/password/min_length",
                        "/password/max_length",
                        "/password/blocked_words/0",
                        "/password/colour",
                        "/session/idle_lifetime",
                        "/token/code_lifetime",
                        "/token/access_token_signing_alg",
                        "/compatibility",
                        "/branding/primary_color",
                        "/branding/background_color");
        assertThat(boss.patch("/settings", "{\"branding\": {\"logo_uri\": \"http://acme.example/l.png\"}}")
                        .pointers())
                .containsExactly("/branding/logo_uri");
    }

    @Test
    void decideAboutTheNextToken() throws Exception {
        boss.patch(
                "/settings", "{\"token\": {\"access_token_lifetime\": 77, \"access_token_signing_alg\": \"RS256\"}}");

        HttpResponse<String> answer = AdminApi.token(server, GLOBEX, "boss", TestServer.SECRET);
        assertThat(answer.body()).contains("\"expires_in\":77");
        String header = CodeFlow.member(answer, "access_token").split("\\.", -1)[0];
        assertThat(new String(Base64.getUrlDecoder().decode(header), UTF_8)).contains("RS256");
        assertThat(AdminApi.token(server, OrgSlug.DEFAULT, "boss", TestServer.SECRET)
                        .body())
                .contains("\"expires_in\":300");
    }

    @Test
    void decideAboutTokensOfPeopleAndTheirSessions() throws Exception {
        boss.patch("/settings", """
                {"token": {"access_token_lifetime": 120, "id_token_lifetime": 240},
                "session": {"idle_lifetime": 60}}""");
        CodeFlow web = new CodeFlow(server.issuer(GLOBEX), new TestBrowser());
        HttpResponse<String> tokens = web.redeem(web.signIn(Map.of()));

        assertThat(tokens.body()).contains("\"expires_in\":120");
        assertThat(lifetime(CodeFlow.member(tokens, "access_token"))).isEqualTo(120);
        assertThat(lifetime(CodeFlow.member(tokens, "id_token"))).isEqualTo(240);
        String accessToken = CodeFlow.member(tokens, "access_token");
        server.clock.advance(Duration.ofSeconds(59));
        assertThat(web.userinfo(accessToken).statusCode()).isEqualTo(200);
        server.clock.advance(Duration.ofSeconds(1));
        assertThat(web.userinfo(accessToken).statusCode()).isEqualTo(401);
    }

    @Test
    void decideWhatAPasswordMustBeLike() throws Exception {
        String sixteen = "{\"username\": \"new\", \"password\": \"sixteen letters!\"}";
        boss.patch("/settings", "{\"password\": {\"min_length\": 17, \"blocked_words\": [\"Globex\"]}}");

        assertThat(boss.post("/users", sixteen).pointers()).containsExactly("/password");
        assertThat(boss.post("/users", sixteen).http().body()).contains("fewer than 17");
        assertThat(boss.post("/users", "{\"username\": \"new\", \"password\": \"I work at gLOBex today\"}")
                        .http()
                        .body())
                .contains("a word in it");
        boss.patch("/settings", "{\"password\": null}");
        assertThat(boss.post("/users", sixteen).status()).isEqualTo(201);
    }

    @Test
    void letConfidentialClientsLeavePkceOutForCertificationOnly() throws Exception {
        confidential();
        CodeFlow flow = new CodeFlow(server.issuer(GLOBEX), new TestBrowser());
        Map<String, String> bare =
                Map.of("client_id", "old", "redirect_uri", OLD_CALLBACK, "response_type", "code", "scope", "openid");
        String request = server.issuer(GLOBEX).at("/oauth/authorize?") + TestBrowser.encoded(bare);

        assertThat(TestBrowser.location(flow.browser().get(request)))
                .startsWith("https://old.example/cb?")
                .contains("error=invalid_request");
        boss.patch("/settings", "{\"compatibility\": \"openid_certification\"}");
        assertThat(TestBrowser.location(flow.browser().get(request))).contains("/login");
        boss.patch("/settings", "{\"compatibility\": null}");
        assertThat(TestBrowser.location(flow.browser().get(request))).contains("error=invalid_request");
    }

    private void confidential() {
        Client old = TestServer.client("old", AuthMethod.CLIENT_SECRET_BASIC, GrantType.AUTHORIZATION_CODE);
        Client client = old.withMetadata(old.metadata()
                        .edit()
                        .redirectUris(Set.of(new RedirectUri(OLD_CALLBACK)))
                        .done())
                .withSecrets(List.of(Sha256.of(Secret.of(TestServer.SECRET))));
        server.component.registerClient().register(server.org(GLOBEX), client, Set.of(), Cause.SYSTEM);
    }

    private static long lifetime(String token) {
        String claims = CodeFlow.claims(token);
        return number(claims, "exp") - number(claims, "iat");
    }

    private static long number(String claims, String name) {
        return Long.parseLong(claims.replaceAll(".*\"" + name + "\":([0-9]+).*", "$1"));
    }
}
