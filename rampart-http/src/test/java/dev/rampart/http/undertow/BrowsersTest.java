package dev.rampart.http.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CsrfToken;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowsersTest {

    private static final String TOKEN = CsrfToken.of(Secret.of("abc"));
    private static final String BROWSER = "__Host-rampart_browser=abc";
    private static final String SESSION = "__Host-rampart_session=abc";

    private UndertowServer server;
    private Wire wire;

    @BeforeAll
    void start() {
        server = new House().started();
        wire = new Wire(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void areToldWhatASignInPageMayNotDo() throws Exception {
        HttpResponse<String> page = wire.get("/login");

        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("form-action", "unsafe");
        assertThat(header(page, "Cross-Origin-Opener-Policy")).isEmpty();
        assertThat(header(page, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "Permissions-Policy")).contains("camera=()");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void keepTheAccountApartFromOtherWindows() throws Exception {
        HttpResponse<String> page = wire.get("/account", "Cookie", SESSION);

        assertThat(header(page, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Content-Security-Policy")).contains("form-action 'self'");
    }

    @Test
    void areSentToSignInWithoutASession() throws Exception {
        HttpResponse<String> answer = wire.get("/account");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/login");
    }

    @Test
    void mayPostOurPages() throws Exception {
        String form = "username=ann&csrf=" + TOKEN;

        assertThat(wire.post("/login", form, "Cookie", "a=b; " + BROWSER).statusCode())
                .isEqualTo(200);
        assertThat(wire.post("/account", form, "Cookie", SESSION).statusCode()).isEqualTo(303);
        assertThat(wire.post("/account", "", "Cookie", SESSION, "X-CSRF-Token", TOKEN)
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, none, 403",
        "Origin, https://id.example, 200",
        "Origin, null, 200",
        "Origin, https://evil.example, 403",
        "Origin, http://id.example, 403",
    })
    void mayPostThemFromOurOriginOnly(String name, String value, int status) throws Exception {
        String form = "csrf=" + TOKEN;

        // The JDK's client has its own mind about Origin, so the bytes are written here.
        String answer = wire.raw("POST /login HTTP/1.1\r\nHost: a\r\nConnection: close\r\nCookie: " + BROWSER + "\r\n"
                + name + ": " + value + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.length() + "\r\n\r\n" + form);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "__Host-rampart_browser=abc, csrf=wrong",
        "__Host-rampart_browser=abc, username=ann",
        "__Host-rampart_browser=abd, csrf=TOKEN",
        "rampart_browser=abc, csrf=TOKEN",
        "__Host-rampart_session=abc, csrf=TOKEN",
        "x__Host-rampart_browser=abc, csrf=TOKEN",
    })
    void mayNotPostWithoutTheTokenOfTheirCookie(String cookie, String form) throws Exception {
        HttpResponse<String> refused = wire.post("/login", form.replace("TOKEN", TOKEN), "Cookie", cookie);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    }

    @Test
    void haveACookieOfTheirOwnInEachOrganization() throws Exception {
        String form = "csrf=" + TOKEN;

        assertThat(wire.post("/o/acme/login", form, "Cookie", "__Secure-rampart_browser_acme=abc")
                        .statusCode())
                .isEqualTo(200);
        assertThat(wire.post("/o/acme/login", form, "Cookie", BROWSER).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/o/acme/oauth/token, https://app.example, true",
        "/o/acme/oauth/token, https://set.example, true",
        "/oauth/token, https://app.example, false",
        "/o/acme/oauth/token, https://evil.example, false",
        "/o/acme/oauth/token, null, false",
    })
    void letScriptsReadWhatTheirOriginIsRegisteredFor(String path, String origin, boolean allowed) throws Exception {
        HttpResponse<String> preflight =
                wire.send("OPTIONS", path, "Origin", origin, "Access-Control-Request-Method", "POST");
        HttpResponse<String> refused = wire.post(path, "grant_type=a", "Origin", origin);

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(allowed ? origin : "");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).isEqualTo(allowed ? "OPTIONS, POST" : "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo(allowed ? origin : "");
        assertThat(header(refused, "Access-Control-Expose-Headers")).contains(allowed ? "WWW-Authenticate" : "");
        assertThat(header(refused, "Access-Control-Allow-Credentials")).isEmpty();
        assertThat(header(refused, "Vary")).isEqualTo("Origin");
    }

    @Test
    void letAnyScriptReadDiscoveryAndNoneTheAuthorizationEndpoint() throws Exception {
        HttpResponse<String> discovery = wire.get("/.well-known/openid-configuration", "Origin", "https://any.example");
        HttpResponse<String> authorize =
                wire.get("/o/acme/oauth/authorize?client_id=x", "Origin", "https://app.example");
        HttpResponse<String> preflight =
                wire.send("OPTIONS", "/o/acme/oauth/authorize", "Origin", "https://app.example");

        assertThat(header(discovery, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(discovery, "Cross-Origin-Resource-Policy")).isEmpty();
        assertThat(header(authorize, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight.statusCode()).isEqualTo(405);
    }

    @Test
    void readAPageWhereProgramsReadAProblem() throws Exception {
        HttpResponse<String> page = wire.get("/nothing", "Accept", "text/html,*/*");
        HttpResponse<String> problem = wire.get("/nothing");

        assertThat(page.body()).contains("<title>404", header(page, "X-Request-Id"));
        assertThat(header(problem, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.body()).contains("\"instance\":\"" + header(problem, "X-Request-Id") + "\"");
    }

    private static String header(HttpResponse<String> response, String name) {
        Optional<String> value = response.headers().firstValue(name);
        return value.orElse("");
    }
}
