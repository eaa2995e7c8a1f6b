package dev.rampart.server;

import static dev.rampart.server.TestServer.AFTER_LOGOUT;
import static dev.rampart.server.TestServer.GLOBEX;
import static dev.rampart.server.TestServer.SECRET;
import static dev.rampart.server.TestServer.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.server.ClaimAttacks.Attack;
import dev.rampart.server.ClaimAttacks.Use;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Brings forged tokens wherever a token may be brought (RFC 8725, RFC 9068 §4, RFC 7662 §2.2, RFC 7009 §2.2). Each is
 * wrong in one thing; what is wrong in nothing is taken there.
 */
final class JoseAttackTest {

    private static final int AT_LEAST = 250;
    private static final List<Attack> ATTACKS = ClaimAttacks.withJose();
    private static final TestBrowser BROWSER = new TestBrowser();
    private static final TestBrowser SIGNED_IN = new TestBrowser();

    private static TestServer server;
    private static Specimen access;
    private static Specimen admin;
    private static Specimen id;

    /** A place that takes tokens: what it answers, when that is a yes, and when it is the no that it should be. */
    record Place(String name, Use use, Specimen specimen, Bring bring, Verdict takes, Verdict refuses) {

        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    interface Bring {
        HttpResponse<String> bring(String token) throws Exception;
    }

    @FunctionalInterface
    interface Verdict {
        boolean of(HttpResponse<String> answer) throws Exception;
    }

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
        TokenForge.Stolen retired = TokenForge.of(server, OrgSlug.DEFAULT).ec();
        AdminApi boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        assertThat(boss.post("/keys", "{\"algorithm\": \"ES256\", \"at_once\": true}")
                        .status())
                .isEqualTo(201);
        AdminApi owner = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        assertThat(owner.delete("/keys/" + retired.kid()).status()).isEqualTo(204);
        Specimen.Keys keys = new Specimen.Keys(
                TokenForge.of(server, OrgSlug.DEFAULT), TokenForge.of(server, GLOBEX), TokenForge.ofNobody(), retired);
        CodeFlow flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), SIGNED_IN);
        HttpResponse<String> tokens = flow.redeem(flow.signIn(Map.of()));
        access = keys.of(CodeFlow.member(tokens, "access_token"));
        id = keys.of(CodeFlow.member(tokens, "id_token"));
        admin = keys.of(owner.token());
    }

    @AfterAll
    static void stop() {
        BROWSER.close();
        SIGNED_IN.close();
        server.close();
    }

    static Stream<Place> places() {
        Verdict unauthorized = answer -> answer.statusCode() == 401
                && answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer");
        Verdict ok = answer -> answer.statusCode() == 200;
        Stream<Place> apis = Stream.of(
                new Place(
                        "userinfo, in a header",
                        Use.BEARER,
                        access,
                        token -> bearer("/oauth/userinfo", token),
                        ok,
                        unauthorized),
                new Place(
                        "userinfo, in a form",
                        Use.BEARER,
                        access,
                        token -> BROWSER.post(server.at("/oauth/userinfo"), Map.of("access_token", token)),
                        ok,
                        unauthorized),
                new Place(
                        "the admin API",
                        Use.BEARER,
                        admin,
                        token -> bearer("/api/v1/admin/organizations/default/clients", token),
                        ok,
                        unauthorized));
        return Stream.of(apis, aboutTokens(), hints()).flatMap(places -> places);
    }

    private static Stream<Place> aboutTokens() {
        Verdict active = answer -> answer.body().contains("\"active\":true");
        Verdict inactive = answer -> answer.body().equals("{\"active\":false}") && answer.statusCode() == 200;
        return Stream.of(
                new Place(
                        "introspection",
                        Use.SUBJECT,
                        access,
                        token -> about("/oauth/introspect", "boss", token),
                        active,
                        inactive),
                new Place(
                        "introspection by a service account of its own token",
                        Use.SUBJECT,
                        admin,
                        token -> about("/oauth/introspect", "boss", token),
                        active,
                        inactive),
                new Place(
                        "revocation",
                        Use.SUBJECT,
                        access,
                        JoseAttackTest::revoke,
                        answer -> answer.statusCode() == 200 && !isActive(access.token()),
                        answer -> answer.statusCode() < 500 && isActive(access.token())));
    }

    private static Stream<Place> hints() {
        return Stream.of(
                new Place(
                        "a hint who should sign in",
                        Use.HINT,
                        id,
                        JoseAttackTest::signIn,
                        answer -> location(answer).contains("code="),
                        answer -> location(answer).contains("error=invalid_request")),
                new Place(
                        "a hint who should sign out",
                        Use.HINT,
                        id,
                        JoseAttackTest::signOut,
                        answer -> location(answer).equals(AFTER_LOGOUT),
                        answer -> answer.statusCode() == 400 && location(answer).isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("places")
    void takesNoForgery(Place place) throws Exception {
        List<String> taken = new ArrayList<>();
        for (Attack attack : ATTACKS) {
            if (attack.uses().contains(place.use())) {
                String token = attack.forge().apply(place.specimen());
                HttpResponse<String> answer = place.bring().bring(token);
                if (!isNoParameter(answer) && !place.refuses().of(answer)) {
                    taken.add("%s: %d %s %s"
                            .formatted(attack.name(), answer.statusCode(), location(answer), answer.body()));
                }
            }
        }
        assertThat(taken).as(place.name()).isEmpty();
        takesWhatForgeriesAreMadeFrom(place);
    }

    /** Without which they might be refused for reasons of their own. Comes last: two places end what they take. */
    private static void takesWhatForgeriesAreMadeFrom(Place place) throws Exception {
        for (TokenForge.Stolen key : place.specimen().home().both()) {
            HttpResponse<String> answer = place.bring().bring(place.specimen().signedBy(key));
            assertThat(place.takes().of(answer))
                    .as("%s by %s: %d %s", place, key.jose(), answer.statusCode(), answer.body())
                    .isTrue();
        }
    }

    @Test
    void triesMoreThanAFew(TestReporter reporter) {
        assertThat(ATTACKS).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        reporter.publishEntry("forged tokens", Integer.toString(ATTACKS.size()));
    }

    /** Longer than a parameter, a header or an address may be: refused before anybody looks at what it says. */
    private static boolean isNoParameter(HttpResponse<String> answer) {
        boolean isNoRequest = answer.statusCode() == 400 && answer.body().isEmpty();
        boolean isTooLong = answer.statusCode() == 414;
        return isNoRequest
                || isTooLong
                || (answer.statusCode() == 400 && answer.body().contains("The parameter "));
    }

    private static HttpResponse<String> bearer(String path, String token) throws Exception {
        String header = token.chars().anyMatch(c -> c < ' ' || c > '~') ? "?" : token;
        return BROWSER.sendForgetting(BROWSER.request(server.at(path)).header("Authorization", "Bearer " + header));
    }

    private static HttpResponse<String> about(String path, String client, String token) throws Exception {
        return BROWSER.post(server.at(path), Map.of("client_id", client, "client_secret", SECRET, "token", token));
    }

    private static HttpResponse<String> revoke(String token) throws Exception {
        return BROWSER.post(server.at("/oauth/revoke"), Map.of("client_id", WEB, "token", token));
    }

    private static boolean isActive(String token) throws Exception {
        return about("/oauth/introspect", "boss", token).body().contains("\"active\":true");
    }

    private static HttpResponse<String> signIn(String hint) throws Exception {
        CodeFlow flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), SIGNED_IN);
        return SIGNED_IN.get(flow.request(Map.of("prompt", "none", "id_token_hint", hint)));
    }

    private static HttpResponse<String> signOut(String hint) throws Exception {
        return SIGNED_IN.get(server.at("/oauth/logout?")
                + TestBrowser.encoded(Map.of("id_token_hint", hint, "post_logout_redirect_uri", AFTER_LOGOUT)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
