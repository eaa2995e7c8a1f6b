package dev.rampart.server;

import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.PASSWORD;
import static dev.rampart.server.TestServer.SECRET;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.testing.Samples;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gets one of everything that the server hands out and takes back, in the honest way. All are good until used. */
final class TokenKinds {

    static final String CLIENT = "kinds";
    static final String RESOURCE = "https://orders.example/api";

    enum Kind {
        ID_TOKEN,
        ACCESS_TOKEN,
        ACCESS_TOKEN_OF_ADMIN_API,
        ACCESS_TOKEN_OF_ACCOUNT_API,
        ACCESS_TOKEN_OF_RESOURCE,
        REFRESH_TOKEN,
        AUTHORIZATION_CODE,
        SESSION_COOKIE,
        BROWSER_COOKIE,
        CSRF_TOKEN,
        SIGN_IN_FLOW,
        CONSENT_FLOW,
        CODE_VERIFIER,
        CLIENT_SECRET,
        INVITATION_TOKEN,
        METRICS_TOKEN,
        CURSOR,
        PASSWORD_OF_A_PERSON
    }

    private final TestServer server;
    private final TestBrowser browser;
    private final CodeFlow flow;
    private AdminApi boss;
    private int invited;

    TokenKinds(TestServer server, TestBrowser browser) throws Exception {
        this.server = server;
        this.browser = browser;
        this.flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), browser);
        this.boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        boss.post("/resource-servers", """
                {"identifier": "%s", "name": "Orders", "scopes": [{"name": "orders:read"}]}""".formatted(RESOURCE));
        made(boss.post("/clients", client(CLIENT, true)));
        made(boss.post("/clients", client("asks", false)));
    }

    /** A new one of each. */
    Map<Kind, String> all() throws Exception {
        Map<Kind, String> all = new LinkedHashMap<>();
        boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        HttpResponse<String> tokens = tokens(Map.of());
        all.put(Kind.ID_TOKEN, CodeFlow.member(tokens, "id_token"));
        all.put(Kind.ACCESS_TOKEN, CodeFlow.member(tokens, "access_token"));
        all.put(Kind.REFRESH_TOKEN, CodeFlow.member(tokens, "refresh_token"));
        all.put(Kind.ACCESS_TOKEN_OF_ADMIN_API, boss.token());
        all.put(Kind.ACCESS_TOKEN_OF_ACCOUNT_API, accessToken(server.at("/api/v1/account")));
        all.put(Kind.ACCESS_TOKEN_OF_RESOURCE, accessToken(RESOURCE));
        all.put(Kind.CONSENT_FLOW, parameter(flow.ask(Map.of("client_id", "asks")), "flow"));
        all.put(Kind.AUTHORIZATION_CODE, code(Map.of()));
        all.put(Kind.SIGN_IN_FLOW, parameter(flow.ask(Map.of("prompt", "login")), "flow"));
        all.put(Kind.SESSION_COOKIE, browser.cookies().getOrDefault("rampart_session", ""));
        all.put(Kind.BROWSER_COOKIE, browser.cookies().getOrDefault("rampart_browser", ""));
        all.put(Kind.CSRF_TOKEN, browser.csrf("rampart_browser"));
        all.put(Kind.CODE_VERIFIER, Samples.VERIFIER.reveal());
        all.put(Kind.CLIENT_SECRET, SECRET);
        all.put(Kind.INVITATION_TOKEN, invitation());
        all.put(Kind.METRICS_TOKEN, TestServer.METRICS_TOKEN);
        all.put(Kind.CURSOR, boss.get("/clients?limit=1").text("/next_cursor"));
        all.put(Kind.PASSWORD_OF_A_PERSON, PASSWORD);
        return all;
    }

    /** Whoever is not signed in any more signs in first. */
    String code(Map<String, String> more) throws Exception {
        Map<String, String> asked = new LinkedHashMap<>(more);
        asked.put("client_id", CLIENT);
        asked.putIfAbsent("scope", "openid email offline_access orders:read");
        String there = flow.ask(asked);
        return there.contains("code=") ? parameter(there, "code") : flow.signIn(asked);
    }

    static String parameter(String uri, String name) {
        Matcher value = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(uri);
        if (!value.find()) {
            throw new IllegalStateException("no %s in %s".formatted(name, uri));
        }
        return value.group(1);
    }

    private HttpResponse<String> tokens(Map<String, String> more) throws Exception {
        return flow.redeem(CLIENT, code(more));
    }

    private String accessToken(String resource) throws Exception {
        return CodeFlow.member(tokens(Map.of("resource", resource)), "access_token");
    }

    private String invitation() throws Exception {
        invited++;
        made(boss.post("/invitations", "{\"email\": \"guest%d@example.org\"}".formatted(invited)));
        server.work();
        return parameter(server.mailbox.all().getFirst().mail().text().replaceAll("\\s", "&"), "token");
    }

    private static void made(AdminApi.Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.http().body());
        }
    }

    private static String client(String id, boolean firstParty) {
        return """
                {"client_id": "%s", "client_name": "%s", "token_endpoint_auth_method": "none",
                "grant_types": ["authorization_code", "refresh_token"], "first_party": %s,
                "redirect_uris": ["%s"], "post_logout_redirect_uris": ["%s"],
                "scope": "openid email offline_access orders:read"}
                """.formatted(id, EMAIL, firstParty, TestServer.CALLBACK, TestServer.AFTER_LOGOUT);
    }
}
