package dev.rampart.http.undertow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Talks to a server: properly, or in bytes that no proper client would send. */
final class Wire {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;

    Wire(UndertowServer server) {
        this.port = server.port();
    }

    HttpResponse<String> get(String target, String... headers) throws Exception {
        return send(request(target, headers));
    }

    HttpResponse<String> post(String target, String form, String... headers) throws Exception {
        return send(request(target, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> send(String method, String target, String... headers) throws Exception {
        return send(request(target, headers).method(method, BodyPublishers.noBody()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String target, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Sends these bytes and reads all that comes back until the server closes, or says nothing for a while. */
    String raw(String... pieces) throws IOException {
        try (Socket socket = connected()) {
            OutputStream out = socket.getOutputStream();
            for (String piece : pieces) {
                out.write(piece.getBytes(ISO_8859_1));
                out.flush();
            }
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** A bare request of that target, to be answered and closed. */
    String rawGet(String target) throws IOException {
        return raw("GET " + target + " HTTP/1.1\r\nHost: id.example\r\nConnection: close\r\n\r\n");
    }
}
