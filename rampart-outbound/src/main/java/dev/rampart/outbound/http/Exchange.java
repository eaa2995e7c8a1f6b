package dev.rampart.outbound.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.outbound.Outbound.Answer;
import dev.rampart.domain.outbound.Outbound.Content;
import dev.rampart.domain.outbound.Outbound.Limits;
import dev.rampart.domain.outbound.Outbound.NotReached;
import dev.rampart.domain.outbound.Outbound.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** One request and its answer, on a connection that is made for it and can be shut from another thread. */
final class Exchange {

    private final Target target;
    private final Route route;
    private final Limits limits;
    private final @Nullable Content content;

    private @Nullable Socket connection;
    private boolean abandoned;

    Exchange(Target target, Route route, Limits limits, @Nullable Content content) {
        this.target = target;
        this.route = route;
        this.limits = limits;
        this.content = content;
    }

    Answer run() {
        try (Socket plain = connected();
                Socket socket = target.secure() ? route.secured(plain, target) : plain) {
            send(socket.getOutputStream());
            return new AnswerReader(socket.getInputStream(), limits.bytes()).read();
        } catch (UnreachedException e) {
            return new NotReached(e.why());
        } catch (IOException e) {
            return new NotReached(Reason.NO_CONNECTION);
        }
    }

    /** Ends it, whatever it is waiting for. */
    synchronized void abandon() {
        abandoned = true;
        if (connection != null) {
            shut(connection);
        }
    }

    /** The first address that takes the connection. */
    private Socket connected() throws IOException {
        for (InetAddress address : route.addresses(target)) {
            Socket socket = held(new Socket(Proxy.NO_PROXY));
            try {
                socket.setSoTimeout(Math.toIntExact(limits.total().toMillis()));
                socket.connect(
                        new InetSocketAddress(address, target.port()),
                        Math.toIntExact(limits.connect().toMillis()));
                return socket;
            } catch (IOException e) {
                shut(socket);
            }
        }
        throw new UnreachedException(Reason.NO_CONNECTION);
    }

    private synchronized Socket held(Socket socket) throws UnreachedException {
        if (abandoned) {
            shut(socket);
            throw new UnreachedException(Reason.TOO_LATE);
        }
        connection = socket;
        return socket;
    }

    private void send(OutputStream out) throws IOException {
        byte[] body = (content == null ? "" : content.text()).getBytes(UTF_8);
        StringBuilder head = new StringBuilder(content == null ? "GET " : "POST ");
        head.append(target.path()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.authority()).append("\r\n");
        head.append("User-Agent: Rampart\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
        if (content != null) {
            head.append("Content-Type: ").append(content.type()).append("\r\n");
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(US_ASCII));
        out.write(body);
        out.flush();
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a connection", e);
        }
    }
}
