package dev.rampart.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.organization.OrgSlug;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The admin API, called with the token of one service account. */
record AdminApi(TestServer server, String token) {

    static final String PATH = "/api/v1/admin";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An answer, and what is in it. */
    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JSON.readTree(http.body());
        }

        /** A text in it; empty if it is not there. */
        String text(String pointer) {
            return json().at(pointer).asString("");
        }

        /** The pointers of everything that is wrong. */
        List<String> pointers() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.path("pointer").asString(""))
                    .toList();
        }
    }

    /** As the service account of that name and {@link TestServer#SECRET}. */
    static AdminApi of(TestServer server, OrgSlug org, String client) throws IOException, InterruptedException {
        return new AdminApi(server, CodeFlow.member(token(server, org, client, TestServer.SECRET), "access_token"));
    }

    /** What the token endpoint says to a client with that secret. */
    static HttpResponse<String> token(TestServer server, OrgSlug org, String client, String secret)
            throws IOException, InterruptedException {
        String credentials = client + ":" + URLEncoder.encode(secret, UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.issuer(org).at("/oauth/token")))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&resource=" + server.at(PATH)))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", Map.of());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, "", Map.of());
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json, Map.of());
    }

    Answer patch(String path, String json) throws IOException, InterruptedException {
        return send("PATCH", path, json, Map.of());
    }

    Answer send(String method, String path, String json, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.at(PATH + path)))
                .header("Authorization", "Bearer " + token)
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        headers.forEach(request::header);
        return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    }
}
