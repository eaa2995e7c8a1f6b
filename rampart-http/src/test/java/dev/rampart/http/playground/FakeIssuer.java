package dev.rampart.http.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampart.domain.organization.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** An authorization server that answers as it is told, and remembers what it was sent. */
final class FakeIssuer implements AutoCloseable {

    /** Making them takes longer than a test. */
    private static final IssuerKeys KEYS = new IssuerKeys();

    final IssuerKeys keys = KEYS;
    final List<String> tokenForms = new CopyOnWriteArrayList<>();
    final List<String> bearers = new CopyOnWriteArrayList<>();

    volatile int tokenStatus = 200;
    volatile Map<String, String> tokenAnswer = Map.of();
    volatile Map<String, String> userinfo = Map.of("sub", "ada", "name", "Ada Lovelace");

    private final HttpServer server;

    FakeIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
        server.createContext("/oauth/token", exchange -> {
            tokenForms.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            answer(exchange, tokenStatus, tokenAnswer);
        });
        server.createContext("/oauth/userinfo", exchange -> {
            bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, 200, userinfo);
        });
        server.createContext("/.well-known/jwks.json", exchange -> answer(exchange, 200, keys.set()));
        server.start();
    }

    Issuer issuer() {
        return new Issuer("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, Object json) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
