package dev.rampart.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.http.Cors;
import dev.rampart.http.Parameter;
import dev.rampart.http.Route;
import dev.rampart.http.SecurityHeaders;
import dev.rampart.http.Tenancy;
import dev.rampart.http.exchange.PageKind;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every answer says beside its content, whatever it is an answer to. Walks the wired table. */
final class HeadersTest {

    /** Of the redirect URI that the application {@code web} has registered. */
    private static final String REGISTERED = "https://shop.example";

    private static final String FOREIGN = "https://evil.example";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern ASSET = Pattern.compile("\"(/assets/[^\"]+\\.css)\"");

    private static TestServer server;
    private final TestBrowser browser = new TestBrowser();

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void tellABrowserWhatNotToDo() throws Exception {
        List<HttpResponse<String>> answers = answers();

        assertThat(answers).hasSizeGreaterThan(30);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, POLICY))
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*", "http:", "https:");
            assertThat(header(answer, "Strict-Transport-Security")).isEmpty();
            assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        });
    }

    @Test
    void nameEveryRequestAnew() throws Exception {
        List<HttpResponse<String>> answers = answers();
        answers.add(
                browser.sendForgetting(browser.request(server.at("/healthz")).header("X-Request-Id", "mine")));

        Set<String> ids = new HashSet<>();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(header(answer, "X-Request-Id")).matches("[\\w-]{16}");
            assertThat(ids.add(header(answer, "X-Request-Id"))).isTrue();
        });
    }

    @Test
    void keepEverythingOutOfCachesButWhatEverybodyMayKnow() throws Exception {
        for (Route route : routes(route -> route.answered() == Route.Answered.ON_WORKER)) {
            assertThat(header(call(route, ""), "Cache-Control"))
                    .as(route.toString())
                    .isEqualTo("no-store");
        }
        assertThat(header(browser.get(server.at("/nowhere")), "Cache-Control")).isEqualTo("no-store");

        for (Route route : routes(route -> route.cors() == Cors.ANY_ORIGIN)) {
            assertThat(header(call(route, ""), "Cache-Control"))
                    .as(route.toString())
                    .matches("public, max-age=\\d+");
        }
        Matcher asset = ASSET.matcher(browser.get(server.at("/playground")).body());
        assertThat(asset.find()).isTrue();
        assertThat(header(browser.get(server.at(asset.group(1))), "Cache-Control"))
                .matches("public, max-age=\\d{7,}, immutable");
    }

    @Test
    void letPagesLoadOwnFilesAndNothingElse() throws Exception {
        String flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser).ask(Map.of());

        for (HttpResponse<String> page : List.of(browser.get(flow), browser.get(server.at("/playground")))) {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(header(page, POLICY))
                    .contains("script-src 'self'", "style-src 'self'", "base-uri 'none'")
                    .as("Chromium holds it against the redirect to an application")
                    .doesNotContain("form-action");
            assertThat(header(page, "Permissions-Policy")).contains("camera=()").doesNotContain("publickey");
            assertThat(header(page, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
    }

    /** Those that no route has yet, too. */
    @Test
    void letFormsLeadElsewhereOnlyOnPagesThatSendPeopleOn() {
        for (PageKind kind : PageKind.values()) {
            boolean stays = switch (kind) {
                case ACCOUNT, ADMIN -> true;
                case NONE, SIGN_IN, FORM_POST, PLAYGROUND, MAIL -> false;
            };
            Map<String, String> headers = SecurityHeaders.of(kind, true);

            assertThat(headers.getOrDefault(POLICY, "").contains("form-action 'self'"))
                    .as(kind.name())
                    .isEqualTo(stays);
            assertThat(headers.containsKey("Cross-Origin-Opener-Policy"))
                    .as(kind.name())
                    .isEqualTo(stays);
            assertThat(headers).containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    @Test
    void areThoseOfTheKindOfPage() throws Exception {
        for (Route route : routes(route -> route.methods().contains("GET"))) {
            HttpResponse<String> answer = call(route, "");
            Map<String, String> declared = SecurityHeaders.of(route.page(), false);
            assertThat(declared)
                    .as("%s: %d", route, answer.statusCode())
                    .allSatisfy(
                            (name, value) -> assertThat(header(answer, name)).isEqualTo(value));
        }
    }

    @Test
    void letTheScriptsOfRegisteredOriginsRead() throws Exception {
        List<Route> shared = routes(route -> route.cors() == Cors.CLIENT_ORIGINS && route.tenancy() == Tenancy.HOST);

        assertThat(shared).isNotEmpty();
        for (Route route : shared) {
            HttpResponse<String> answer = call(route, REGISTERED);
            assertThat(header(answer, ALLOW_ORIGIN)).as(route.toString()).isEqualTo(REGISTERED);
            assertThat(header(answer, "Access-Control-Expose-Headers")).contains("WWW-Authenticate");
            HttpResponse<String> preflight = preflight(route, REGISTERED);
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(header(preflight, ALLOW_ORIGIN)).isEqualTo(REGISTERED);
            assertThat(header(preflight, "Access-Control-Allow-Methods")).contains(route.methods());
            assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Authorization");
        }
    }

    @Test
    void letNoOtherScriptRead() throws Exception {
        for (Route route : routes(route -> route.cors() == Cors.CLIENT_ORIGINS)) {
            for (HttpResponse<String> answer : List.of(call(route, FOREIGN), preflight(route, FOREIGN))) {
                assertThat(header(answer, ALLOW_ORIGIN)).as(route.toString()).isEmpty();
                assertThat(header(answer, "Vary")).contains("Origin");
            }
        }
        for (Route route : routes(route -> route.cors() == Cors.NONE)) {
            assertThat(header(call(route, REGISTERED), ALLOW_ORIGIN))
                    .as(route.toString())
                    .isEmpty();
            assertThat(preflight(route, REGISTERED).statusCode()).isEqualTo(405);
        }
    }

    @Test
    void letEverybodyReadWhatIsPublic() throws Exception {
        List<Route> open = routes(route -> route.cors() == Cors.ANY_ORIGIN);

        assertThat(open).isNotEmpty();
        for (Route route : open) {
            HttpResponse<String> answer = call(route, FOREIGN);
            assertThat(header(answer, ALLOW_ORIGIN)).as(route.toString()).isEqualTo("*");
            assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    /** One of each route, and of each way in which there is none. */
    private List<HttpResponse<String>> answers() throws IOException, InterruptedException {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Route route : server.routes().all()) {
            answers.add(call(route, ""));
        }
        for (String path : List.of("/nowhere", "/o/nobody/login", "/%ff", "/?" + "x".repeat(9_000))) {
            HttpResponse<String> answer = browser.get(server.at(path));
            assertThat(answer.statusCode()).as(path).isBetween(400, 414);
            answers.add(answer);
        }
        answers.add(send("DELETE", server.at("/login"), ""));
        return answers;
    }

    private static List<Route> routes(Predicate<Route> which) {
        return server.routes().all().stream().filter(which).toList();
    }

    private HttpResponse<String> call(Route route, String origin) throws IOException, InterruptedException {
        return send(route.methods().getFirst(), uri(route), origin);
    }

    private HttpResponse<String> preflight(Route route, String origin) throws IOException, InterruptedException {
        return send("OPTIONS", uri(route), origin);
    }

    private HttpResponse<String> send(String method, String uri, String origin)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = browser.request(uri).method(method, BodyPublishers.noBody());
        return browser.sendForgetting(origin.isEmpty() ? request : request.header("Origin", origin));
    }

    private static String uri(Route route) {
        List<String> query = route.parameters().stream()
                .filter(parameter -> parameter.required() && parameter.place() == Parameter.Place.QUERY)
                .map(parameter -> parameter.name() + "=x")
                .toList();
        String path = route.path().replaceAll("\\{\\w+}", "x");
        return server.at(query.isEmpty() ? path : path + "?" + String.join("&", query));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
