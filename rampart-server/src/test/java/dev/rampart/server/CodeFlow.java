package dev.rampart.server;

import static dev.rampart.server.TestServer.CALLBACK;
import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.PASSWORD;
import static dev.rampart.server.TestServer.WEB;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.testing.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the application {@code web} does at one issuer, for the person in a browser. */
record CodeFlow(Issuer issuer, TestBrowser browser) {

    /** Where the browser is sent for an authorization request. */
    String ask(Map<String, String> more) throws IOException, InterruptedException {
        return TestBrowser.location(browser.get(request(more)));
    }

    HttpResponse<String> signInPage(Map<String, String> more) throws IOException, InterruptedException {
        return browser.get(ask(more));
    }

    /** Signs in with the right password, and returns the code. */
    String signIn(Map<String, String> more) throws IOException, InterruptedException {
        HttpResponse<String> posted = browser.submit(signInPage(more), Map.of("username", EMAIL, "password", PASSWORD));
        String back = TestBrowser.location(browser.follow(posted));
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(back);
        if (!code.find()) {
            throw new IllegalStateException("no code in " + back);
        }
        return code.group(1);
    }

    /** Signs in, and allows what is asked for though nobody need be asked. */
    void consent() throws IOException, InterruptedException {
        HttpResponse<String> posted = browser.submit(
                signInPage(Map.of("prompt", "consent")), Map.of("username", EMAIL, "password", PASSWORD));
        browser.submit(browser.follow(browser.follow(posted)), Map.of("consent", "allow"));
    }

    HttpResponse<String> redeem(String code) throws IOException, InterruptedException {
        return redeem(WEB, code);
    }

    /** For a public client. */
    HttpResponse<String> redeem(String client, String code) throws IOException, InterruptedException {
        return browser.post(
                issuer.at("/oauth/token"),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "client_id",
                        client,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        Samples.VERIFIER.reveal()));
    }

    HttpResponse<String> refresh(String client, String refreshToken, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> form = new HashMap<>(
                Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", refreshToken));
        form.putAll(more);
        return browser.post(issuer.at("/oauth/token"), form);
    }

    HttpResponse<String> userinfo(String accessToken) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer.at("/oauth/userinfo")))
                    .header("Authorization", "Bearer " + accessToken)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** A text member of a JSON object. */
    static String member(HttpResponse<String> response, String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(response.body());
        if (!member.find()) {
            throw new IllegalStateException("no %s in %s".formatted(name, response.body()));
        }
        return member.group(1);
    }

    static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    }

    /** The address of an authorization request. */
    String request(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "client_id",
                WEB,
                "redirect_uri",
                CALLBACK,
                "response_type",
                "code",
                "scope",
                "openid email",
                "code_challenge",
                Samples.CHALLENGE.value(),
                "code_challenge_method",
                "S256"));
        parameters.putAll(more);
        return issuer.at("/oauth/authorize?") + TestBrowser.encoded(parameters);
    }
}
