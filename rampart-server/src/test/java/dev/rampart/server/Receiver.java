package dev.rampart.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Applications on this machine that are told of logouts: keeps what each was sent, by the path it was sent to. */
final class Receiver implements AutoCloseable {

    private static final String FIELD = "logout_token=";

    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final int port;
    private HttpServer server;
    private volatile int status = 200;

    private record Sent(String path, String token) {}

    Receiver() throws IOException {
        this.server = open(0);
        this.port = server.getAddress().getPort();
    }

    String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** From now on it answers so. */
    void answers(int other) {
        status = other;
    }

    /** From now on nobody listens. */
    void down() {
        server.stop(0);
    }

    /** Listens again, where it did before. */
    void up() throws IOException {
        server = open(port);
    }

    /** What was sent there, in its order. */
    List<String> tokens(String path) {
        return sent.stream()
                .filter(one -> one.path().equals(path))
                .map(Sent::token)
                .toList();
    }

    @Override
    public void close() {
        down();
    }

    private HttpServer open(int wanted) throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        opened.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            boolean isForm = exchange.getRequestMethod().equals("POST")
                    && type != null
                    && type.startsWith("application/x-www-form-urlencoded")
                    && body.startsWith(FIELD);
            sent.add(new Sent(exchange.getRequestURI().getPath(), isForm ? body.substring(FIELD.length()) : body));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        opened.start();
        return opened;
    }
}
