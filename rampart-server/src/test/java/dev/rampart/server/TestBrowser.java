package dev.rampart.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CsrfToken;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a window: keeps cookies, reads forms, and follows nothing by itself. */
final class TestBrowser implements AutoCloseable {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();

    HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return send(request(uri));
    }

    HttpResponse<String> post(String uri, Map<String, String> form) throws IOException, InterruptedException {
        return send(request(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    /** Follows a redirect. */
    HttpResponse<String> follow(HttpResponse<String> response) throws IOException, InterruptedException {
        return get(location(response));
    }

    /** Sends the form of a page, with its CSRF token. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> form = new HashMap<>(fields);
        form.put("csrf", first(CSRF, page.body()));
        String action = first(ACTION, page.body());
        return post(page.uri().resolve(action).toString(), form);
    }

    /** A request of one's own making, with the cookies. */
    HttpRequest.Builder request(String uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(joining("; ")));
        }
        return request;
    }

    /** Sends it, and keeps no cookie of the answer. */
    HttpResponse<String> sendForgetting(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What a page of ours would send back for the cookie of that name. */
    String csrf(String cookie) {
        return CsrfToken.of(Secret.of(cookies.getOrDefault(cookie, "")));
    }

    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    static String location(HttpResponse<String> response) {
        return response.uri()
                .resolve(response.headers().firstValue("Location").orElseThrow())
                .toString();
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(joining("&"));
    }

    @Override
    public void close() {
        client.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (header.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1).replace("&amp;", "&").replace("&#61;", "=");
    }
}
