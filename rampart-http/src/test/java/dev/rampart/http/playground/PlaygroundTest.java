package dev.rampart.http.playground;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.settings.Branding;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.http.AccessCheck;
import dev.rampart.http.Admission.Refused;
import dev.rampart.http.HttpSettings;
import dev.rampart.http.RequestMeter;
import dev.rampart.http.RouteTable;
import dev.rampart.http.Surroundings;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.failure.PageErrorPages;
import dev.rampart.http.page.Assets;
import dev.rampart.http.page.Frames;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.undertow.UndertowServer;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlaygroundTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String COOKIE = "rampart_playground";

    private final AtomicLong counter = new AtomicLong();
    private final Entropy entropy = length ->
            ByteBuffer.allocate(length).putLong(counter.incrementAndGet()).array();

    private final FakeIssuer issuer;
    private final UndertowServer server;
    private final Visitor ada;

    PlaygroundTest() {
        issuer = new FakeIssuer();
        server = new UndertowServer(table(), surroundings(), HttpSettings.loopback(0));
        server.start();
        ada = new Visitor(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        issuer.close();
    }

    @Test
    void showsWhatItIsAndWhatCanBeAskedFor() throws Exception {
        HttpResponse<String> page = ada.get("/playground");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(issuer.issuer().value(), issuer.issuer().at("/playground/callback"), "curl -d x")
                .contains("name=\"scope_openid\" value=\"openid\" checked", "name=\"scope_phone\"");
        assertThat(ada.cookie("rampart_browser")).hasSize(43);
    }

    @Test
    void keepsTheBrowserCookieThatIsThere() throws Exception {
        ada.get("/playground");

        HttpResponse<String> again = ada.get("/playground");

        assertThat(again.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void sendsThePersonToSignIn() throws Exception {
        HttpResponse<String> sent = start(Map.of("scope_openid", "openid", "scope_email", "email", "max_age", "60"));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location").orElseThrow())
                .startsWith(issuer.issuer().at("/oauth/authorize?"));
        assertThat(sent.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith(COOKIE + "=")
                .contains("Max-Age=600", "HttpOnly", "SameSite=Lax", "Path=/");
        String[] kept = ada.cookie(COOKIE).split("\\.", -1);
        assertThat(Visitor.sentOnWith(sent))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "playground")
                .containsEntry("redirect_uri", issuer.issuer().at("/playground/callback"))
                .containsEntry("scope", "openid email")
                .containsEntry("state", kept[0])
                .containsEntry("nonce", kept[1])
                .containsEntry("code_challenge", s256(kept[2]))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("max_age", "60")
                .doesNotContainKey("prompt");
    }

    @Test
    void doesNotStartFromAForeignPage() throws Exception {
        ada.get("/playground");

        HttpResponse<String> refused = ada.post("/playground", Map.of("scope_openid", "openid"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This page has expired");
    }

    @Test
    void showsTheTokensThatTheCodeWasExchangedFor() throws Exception {
        Map<String, String> asked = Visitor.sentOnWith(start(Map.of("scope_openid", "openid")));
        String verifier = ada.cookie(COOKIE).split("\\.", -1)[2];
        String idToken = issuer.keys.rs256(claims(asked));
        issuer.tokenAnswer = Map.of("access_token", "at-1", "id_token", idToken);

        HttpResponse<String> result = back(asked, "code", "abc");

        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body())
                .contains("It worked", idToken, "at-1", "Ada Lovelace")
                .contains(issuer.issuer().at("/oauth/logout?id_token_hint&#61;" + idToken));
        assertThat(issuer.tokenForms).hasSize(1);
        assertThat(issuer.tokenForms.getFirst())
                .contains("grant_type=authorization_code", "&code=abc&", "&code_verifier=" + verifier)
                .contains("&client_id=playground", "&redirect_uri=http%3A%2F%2F");
        assertThat(issuer.bearers).containsExactly("Bearer at-1");
        assertThat(ada.cookie(COOKIE)).isEmpty();
    }

    @Test
    void doesNotShowTokensOfAnotherSignIn() throws Exception {
        Map<String, String> asked = Visitor.sentOnWith(start(Map.of("scope_openid", "openid")));
        Map<String, Object> claims = claims(asked);
        claims.put("nonce", "another");
        issuer.tokenAnswer = Map.of("access_token", "at-1", "id_token", issuer.keys.rs256(claims));

        HttpResponse<String> result = back(asked, "code", "abc");

        assertThat(result.statusCode()).isEqualTo(400);
        assertThat(result.body()).contains("invalid_id_token", "nonce").doesNotContain("at-1");
        assertThat(issuer.bearers).isEmpty();
    }

    @Test
    void doesNotShowUserinfoOfSomebodyElse() throws Exception {
        Map<String, String> asked = Visitor.sentOnWith(start(Map.of("scope_openid", "openid")));
        issuer.tokenAnswer = Map.of("access_token", "at-1", "id_token", issuer.keys.es256(claims(asked)));
        issuer.userinfo = Map.of("sub", "eve");

        HttpResponse<String> result = back(asked, "code", "abc");

        assertThat(result.body()).contains("invalid_userinfo").doesNotContain("at-1");
    }

    @Test
    void showsTheErrorOfTheTokenEndpoint() throws Exception {
        Map<String, String> asked = Visitor.sentOnWith(start(Map.of("scope_openid", "openid")));
        issuer.tokenStatus = 400;
        issuer.tokenAnswer = Map.of("error", "invalid_grant", "error_description", "The code was used before.");

        HttpResponse<String> result = back(asked, "code", "abc");

        assertThat(result.statusCode()).isEqualTo(400);
        assertThat(result.body()).contains("invalid_grant", "The code was used before.");
    }

    @Test
    void saysSoWhenTheServerIsAway() throws Exception {
        Map<String, String> asked = Visitor.sentOnWith(start(Map.of("scope_openid", "openid")));
        issuer.close();

        HttpResponse<String> result = back(asked, "code", "abc");

        assertThat(result.body()).contains("no_answer", "/oauth/token did not answer (ConnectException)");
    }

    @Test
    void explainsWhatIsMissingWithoutTheScopeOpenid() throws Exception {
        Map<String, String> asked = Visitor.sentOnWith(start(Map.of("scope_email", "email")));
        issuer.tokenAnswer = Map.of("access_token", "at-1");

        HttpResponse<String> result = back(asked, "code", "abc");

        assertThat(asked).containsEntry("scope", "email");
        assertThat(result.body()).contains("no_id_token", "scope openid");
    }

    @Test
    void showsTheErrorOfTheAuthorizationEndpoint() throws Exception {
        Map<String, String> asked = Visitor.sentOnWith(start(Map.of("prompt", "none")));

        HttpResponse<String> result = back(asked, "error", "login_required");

        assertThat(asked).containsEntry("prompt", "none");
        assertThat(result.body()).contains("login_required");
        assertThat(issuer.tokenForms).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"state,wrong_state", "iss,wrong_issuer"})
    void redeemsNoCodeThatCameFromElsewhere(String parameter, String error) throws Exception {
        Map<String, String> asked = Visitor.sentOnWith(start(Map.of("scope_openid", "openid")));
        Map<String, String> forgery = answer(asked, "code", "abc");
        forgery.put(parameter, "https://evil.example");
        HttpResponse<String> forged = ada.get("/playground/callback?" + FormEncoding.of(forgery));

        Map<String, String> silence =
                answer(Visitor.sentOnWith(start(Map.of("scope_openid", "openid"))), "code", "abc");
        silence.remove(parameter);
        HttpResponse<String> silent = ada.get("/playground/callback?" + FormEncoding.of(silence));

        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(forged.body()).contains(error);
        assertThat(silent.body()).contains(error);
        assertThat(issuer.tokenForms).isEmpty();
    }

    @Test
    void takesAnAnswerOnce() throws Exception {
        Map<String, String> asked = Visitor.sentOnWith(start(Map.of("scope_openid", "openid")));
        issuer.tokenAnswer = Map.of("access_token", "at-1", "id_token", issuer.keys.rs256(claims(asked)));
        back(asked, "code", "abc");

        HttpResponse<String> again = back(asked, "code", "abc");

        assertThat(again.body()).contains("no_sign_in");
        assertThat(issuer.tokenForms).hasSize(1);
    }

    @Test
    void beginsAtTheRoot() throws Exception {
        HttpResponse<String> home = ada.get("/");

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("href=\"/playground\"", "0.1.0", "https://docs.example/");
    }

    @ParameterizedTest
    @CsvSource({"/o/acme/", "/o/acme/playground", "/o/acme/playground/callback"})
    void isInNoOtherOrganization(String path) throws Exception {
        assertThat(ada.get(path).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> start(Map<String, String> fields) throws Exception {
        Map<String, String> form = new HashMap<>(fields);
        form.put("csrf", Visitor.csrf(ada.get("/playground")));
        return ada.post("/playground", form);
    }

    private HttpResponse<String> back(Map<String, String> asked, String name, String value) throws Exception {
        return ada.get("/playground/callback?" + FormEncoding.of(answer(asked, name, value)));
    }

    private Map<String, String> answer(Map<String, String> asked, String name, String value) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put(name, value);
        answer.put("state", asked.getOrDefault("state", ""));
        answer.put("iss", issuer.issuer().value());
        return answer;
    }

    private Map<String, Object> claims(Map<String, String> asked) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer.issuer().value());
        claims.put("aud", "playground");
        claims.put("sub", "ada");
        claims.put("nonce", asked.getOrDefault("nonce", ""));
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.getEpochSecond() + 300);
        return claims;
    }

    private RouteTable table() {
        PlaygroundSettings settings = new PlaygroundSettings(
                issuer.issuer(), "playground", "curl -d x", "0.1.0", new SafeUrl("https://docs.example/"));
        Pages pages = new Pages(new Assets());
        CodeExchange codes = new CodeExchange(
                new AuthorizationServer(settings), new IdTokenCheck(settings, InstantSource.fixed(NOW)));
        return RouteTable.of(List.of(new PlaygroundRoutes(
                new HomeEndpoint(settings, pages),
                new PlaygroundEndpoint(settings, entropy, pages),
                new PlaygroundStartEndpoint(settings, entropy),
                new PlaygroundCallbackEndpoint(settings, codes, pages))));
    }

    private Surroundings surroundings() {
        Refused nobody = new Refused(Response.empty(401));
        AccessCheck access = new AccessCheck(
                (client, request) -> nobody,
                (bearer, request) -> nobody,
                (session, request) -> nobody,
                (permitted, request) -> nobody,
                request -> nobody);
        return new Surroundings(
                slug -> Optional.of(tenant(slug)),
                access,
                new PageErrorPages(new Pages(new Assets()), new Frames(slug -> Optional.empty(), _ -> Branding.NONE)),
                (tenant, origin) -> false,
                entropy,
                RequestMeter.NONE);
    }

    private Tenant tenant(OrgSlug slug) {
        OrgId id = new OrgId(UUID.nameUUIDFromBytes(slug.value().getBytes(UTF_8)));
        return new Tenant(id, slug, issuer.issuer().of(slug));
    }

    private static String s256(String verifier) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
