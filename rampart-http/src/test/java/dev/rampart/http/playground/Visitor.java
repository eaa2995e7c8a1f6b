package dev.rampart.http.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without JavaScript that keeps cookies and follows nothing by itself. */
final class Visitor {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final String server;
    private final Map<String, String> cookies = new TreeMap<>();

    Visitor(int port) {
        this.server = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String target) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server + target)));
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FormEncoding.of(form))));
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    static String csrf(HttpResponse<String> page) {
        var field = CSRF.matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("no csrf field in " + page.body());
        }
        return field.group(1);
    }

    /** The parameters of the address that a response redirects to. */
    static Map<String, String> sentOnWith(HttpResponse<String> response) {
        String location = response.headers().firstValue("Location").orElseThrow();
        return Arrays.stream(location.substring(location.indexOf('?') + 1).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    private void keep(String header) {
        String pair = header.substring(0, header.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(name.length() + 1));
        }
    }
}
