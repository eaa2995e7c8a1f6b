package dev.rampart.outbound.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ServerSocketFactory;

/** A server that answers with whatever bytes a test writes, as slowly as it likes. */
final class TestWeb implements AutoCloseable {

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());

    private TestWeb(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    /** What it does when the head of a request has come. */
    interface Behaviour {

        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    static TestWeb plain(Behaviour behaviour) throws IOException {
        return started(ServerSocketFactory.getDefault(), behaviour);
    }

    static TestWeb plain(String answer) throws IOException {
        return plain(saying(answer));
    }

    static TestWeb started(ServerSocketFactory sockets, Behaviour behaviour) throws IOException {
        TestWeb web = new TestWeb(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
        Thread.ofPlatform().daemon().start(web::serve);
        return web;
    }

    static Behaviour saying(String answer) {
        return out -> out.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of the requests that came. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofPlatform().daemon().start(() -> converse(connection));
            } catch (IOException e) {
                return; // Closed, or a client that did not trust us.
            }
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            heads.add(head.toString());
            behaviour.answer(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException e) {
            heads.add("broken: " + e.getMessage()); // The client went away, which is what some tests want.
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
