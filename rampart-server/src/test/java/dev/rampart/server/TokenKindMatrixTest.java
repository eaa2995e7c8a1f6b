package dev.rampart.server;

import static dev.rampart.server.TestServer.AFTER_LOGOUT;
import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.SECRET;
import static dev.rampart.server.TokenKinds.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.testing.Samples;
import dev.rampart.server.TokenKinds.Kind;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Brings everything the server hands out to every place that takes something: each is taken only where it belongs. */
final class TokenKindMatrixTest {

    private static final TestBrowser BROWSER = new TestBrowser();
    private static final TestBrowser STRANGER = new TestBrowser();

    private static TestServer server;
    private static TokenKinds kinds;
    private static Map<Kind, String> have;

    /** A place that takes something, and what of all there is. */
    record Place(String name, Set<Kind> belong, Taking taking) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Whether it was taken there; throws when the server has failed. */
    @FunctionalInterface
    interface Taking {
        boolean takes(String token) throws Exception;
    }

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
        kinds = new TokenKinds(server, BROWSER);
        have = kinds.all();
    }

    @AfterAll
    static void stop() {
        BROWSER.close();
        STRANGER.close();
        server.close();
    }

    static Stream<Place> places() {
        return Stream.of(bearers(), grants(), browsers(), pages()).flatMap(places -> places);
    }

    private static Stream<Place> bearers() {
        Set<Kind> good = Set.of(
                Kind.ACCESS_TOKEN,
                Kind.ACCESS_TOKEN_OF_ADMIN_API,
                Kind.ACCESS_TOKEN_OF_ACCOUNT_API,
                Kind.ACCESS_TOKEN_OF_RESOURCE,
                Kind.REFRESH_TOKEN);
        Set<Kind> given = Set.of(
                Kind.ACCESS_TOKEN, Kind.ACCESS_TOKEN_OF_ACCOUNT_API, Kind.ACCESS_TOKEN_OF_RESOURCE, Kind.REFRESH_TOKEN);
        return Stream.of(
                new Place(
                        "userinfo, in a header", Set.of(Kind.ACCESS_TOKEN), token -> bearer("/oauth/userinfo", token)),
                new Place(
                        "userinfo, in a form",
                        Set.of(Kind.ACCESS_TOKEN),
                        token -> ok(post("/oauth/userinfo", Map.of("access_token", token)))),
                new Place(
                        "the admin API",
                        Set.of(Kind.ACCESS_TOKEN_OF_ADMIN_API),
                        token -> bearer("/api/v1/admin/clients", token)),
                new Place("the metrics", Set.of(Kind.METRICS_TOKEN), token -> bearer("/metrics", token)),
                new Place("introspection", good, TokenKindMatrixTest::isActive),
                new Place("revocation", given, token -> {
                    boolean before = isActive(token);
                    post("/oauth/revoke", Map.of("client_id", CLIENT, "token", token));
                    return before && !isActive(token);
                }));
    }

    private static Stream<Place> grants() {
        return Stream.of(
                new Place(
                        "a grant by code",
                        Set.of(Kind.AUTHORIZATION_CODE),
                        token -> redeems(token, Samples.VERIFIER.reveal())),
                new Place(
                        "the verifier of a code",
                        Set.of(Kind.CODE_VERIFIER),
                        token -> redeems(kinds.code(Map.of()), token)),
                new Place(
                        "a grant by refresh token",
                        Set.of(Kind.REFRESH_TOKEN),
                        token -> ok(post(
                                "/oauth/token",
                                Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", token)))),
                new Place(
                        "the secret of a client",
                        Set.of(Kind.CLIENT_SECRET),
                        token -> ok(AdminApi.token(server, OrgSlug.DEFAULT, "service", token))),
                new Place("the password of a person", Set.of(Kind.PASSWORD_OF_A_PERSON), TokenKindMatrixTest::signsIn));
    }

    private static Stream<Place> browsers() {
        return Stream.of(
                new Place(
                        "the cookie of a session",
                        Set.of(Kind.SESSION_COOKIE),
                        token -> location(cookie("rampart_session", token, authorize(Map.of("prompt", "none"))))
                                .contains("code=")),
                new Place(
                        "the cookie of a browser",
                        Set.of(Kind.BROWSER_COOKIE),
                        token -> isForm(cookie("rampart_browser", token, server.at("/login?flow=" + flow())))),
                new Place("the answer to a page", Set.of(Kind.CSRF_TOKEN), TokenKindMatrixTest::answersAPage),
                new Place(
                        "a hint who should sign in",
                        Set.of(Kind.ID_TOKEN),
                        token -> location(BROWSER.get(authorize(Map.of("id_token_hint", token))))
                                .contains("code=")),
                new Place(
                        "a hint who should sign out",
                        Set.of(Kind.ID_TOKEN),
                        token -> location(STRANGER.get(server.at("/oauth/logout?")
                                        + TestBrowser.encoded(Map.of(
                                                "id_token_hint", token, "post_logout_redirect_uri", AFTER_LOGOUT))))
                                .equals(AFTER_LOGOUT)));
    }

    private static Stream<Place> pages() {
        return Stream.of(
                new Place(
                        "the sign-in page", Set.of(Kind.SIGN_IN_FLOW), token -> isForm(page("/login?", "flow", token))),
                new Place(
                        "the consent page",
                        Set.of(Kind.CONSENT_FLOW),
                        token -> isForm(page("/consent?", "flow", token))),
                new Place(
                        "the page of an invitation",
                        Set.of(Kind.INVITATION_TOKEN),
                        token -> isForm(page("/invitation?", "token", token))),
                new Place("the set-up page", Set.of(), token -> isForm(page("/setup?", "token", token))),
                new Place(
                        "the next page of a list",
                        Set.of(Kind.CURSOR),
                        token -> ok(BROWSER.sendForgetting(BROWSER.request(server.at("/api/v1/admin/clients?")
                                        + TestBrowser.encoded(Map.of("cursor", token, "limit", "1")))
                                .header("Authorization", "Bearer " + have.get(Kind.ACCESS_TOKEN_OF_ADMIN_API))))));
    }

    @ParameterizedTest
    @MethodSource("places")
    void takesEachKindOnlyWhereItBelongs(Place place) throws Exception {
        List<Kind> taken = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (place.taking().takes(have.getOrDefault(kind, ""))) {
                taken.add(kind);
                have = kinds.all(); // It may be used up, or have ended others.
            }
        }
        assertThat(taken).as(place.name()).containsExactlyInAnyOrderElementsOf(place.belong());
    }

    @Test
    void hasOneOfEachKind() {
        assertThat(have).containsOnlyKeys(Kind.values()).doesNotContainValue("");
        assertThat(have.values()).doesNotHaveDuplicates();
    }

    private static boolean bearer(String path, String token) throws Exception {
        return ok(BROWSER.sendForgetting(BROWSER.request(server.at(path)).header("Authorization", "Bearer " + token)));
    }

    private static HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return STRANGER.post(server.at(path), form);
    }

    private static boolean isActive(String token) throws Exception {
        Map<String, String> form = Map.of("client_id", "boss", "client_secret", SECRET, "token", token);
        return post("/oauth/introspect", form).body().contains("\"active\":true");
    }

    private static boolean redeems(String code, String verifier) throws Exception {
        return ok(post(
                "/oauth/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "code", code,
                        "redirect_uri", TestServer.CALLBACK,
                        "code_verifier", verifier)));
    }

    private static String authorize(Map<String, String> more) {
        Map<String, String> asked = new HashMap<>(more);
        asked.put("client_id", CLIENT);
        return new CodeFlow(server.issuer(OrgSlug.DEFAULT), BROWSER).request(asked);
    }

    private static String flow() {
        return have.getOrDefault(Kind.SIGN_IN_FLOW, "");
    }

    /** As a browser that has that cookie alone. */
    private static HttpResponse<String> cookie(String name, String value, String uri) throws Exception {
        try (TestBrowser empty = new TestBrowser()) {
            return empty.sendForgetting(empty.request(uri).header("Cookie", name + "=" + value.replace(' ', '+')));
        }
    }

    private static HttpResponse<String> page(String path, String name, String token) throws Exception {
        return BROWSER.sendForgetting(BROWSER.request(server.at(path) + TestBrowser.encoded(Map.of(name, token))));
    }

    private static boolean isForm(HttpResponse<String> page) {
        return ok(page) && page.body().contains("name=\"csrf\"");
    }

    private static boolean answersAPage(String csrf) throws Exception {
        HttpResponse<String> answer = BROWSER.sendForgetting(BROWSER.request(server.at("/login?flow=" + flow()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TestBrowser.encoded(Map.of("csrf", csrf, "cancel", "cancel")))));
        return location(answer).contains("error=access_denied");
    }

    private static boolean signsIn(String password) throws Exception {
        try (TestBrowser own = new TestBrowser()) {
            HttpResponse<String> page = new CodeFlow(server.issuer(OrgSlug.DEFAULT), own).signInPage(Map.of());
            HttpResponse<String> answer = own.submit(page, Map.of("username", EMAIL, "password", password));
            server.clock.advance(Duration.ofMinutes(1)); // Who guesses must wait.
            return answer.statusCode() == 303;
        }
    }

    private static boolean ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        return answer.statusCode() == 200;
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        return answer.headers().firstValue("Location").orElse("");
    }
}
