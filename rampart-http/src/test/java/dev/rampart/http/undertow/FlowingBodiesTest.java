package dev.rampart.http.undertow;

import static dev.rampart.http.Route.get;
import static dev.rampart.http.Route.post;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.http.HttpSettings;
import dev.rampart.http.Route;
import dev.rampart.http.RouteTable;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Access.Public;
import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FlowingBodiesTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final String POST =
            "POST /in HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nConnection: close\r\n";

    private final CountDownLatch firstLine = new CountDownLatch(1);
    private final UndertowServer server = started();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void areReadAsTheyCome() throws Exception {
        try (Socket socket = new Wire(server).connected()) {
            socket.getOutputStream()
                    .write((POST + "Transfer-Encoding: chunked\r\n\r\n4\r\none\n\r\n").getBytes(ISO_8859_1));

            assertThat(firstLine.await(5, TimeUnit.SECONDS)).isTrue();

            socket.getOutputStream().write("4\r\ntwo\n\r\n0\r\n\r\n".getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .endsWith("[onetwo]");
        }
    }

    @Test
    void areCutOffWhenNothingComes() throws Exception {
        String answer = new Wire(server).raw(POST + "Content-Length: 8\r\n\r\none\n");

        assertThat(answer).isEmpty();
    }

    @Test
    void areRefusedWhenTheySayThatTheyAreTooLongOrOfAnotherKind() throws Exception {
        assertThat(new Wire(server).raw(POST + "Content-Length: 104857601\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(new Wire(server).raw(POST.replace("text/csv", "text/plain") + "Content-Length: 4\r\n\r\none\n"))
                .startsWith("HTTP/1.1 415 ");
    }

    @Test
    void areWrittenPieceByPiece() throws Exception {
        HttpResponse<String> answer = new Wire(server).get("/out");

        assertThat(answer.body()).hasSize(10 * 100_000);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void areNotMadeForWhoeverAsksForTheHeadAlone() throws Exception {
        HttpResponse<String> answer = new Wire(server).send("HEAD", "/broken");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    /** A part may not look like all of it. */
    @Test
    void breakOffWhenTheyCannotBeWritten() {
        assertThatThrownBy(() -> new Wire(server).get("/broken")).isInstanceOf(IOException.class);
    }

    @Test
    void areCutOffWhenNobodyTakesThem() throws Exception {
        try (Socket socket = new Wire(server).connected()) {
            socket.getOutputStream().write("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));

            assertThat(firstLine.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private UndertowServer started() {
        HttpSettings settings = HttpSettings.loopback(0).withLimits(HttpSettings.Limits.USUAL.withRead(PATIENCE));
        UndertowServer started =
                new UndertowServer(RouteTable.of(List.<Routes>of(this::routes)), House.surroundings(), settings);
        started.start();
        return started;
    }

    private List<Route> routes() {
        return List.of(
                post("/in", new Public(), this::lines).takesRecords(),
                get(
                        "/out",
                        new Public(),
                        _ -> file(out -> {
                            for (int i = 0; i < 10; i++) {
                                out.write(new byte[100_000]);
                            }
                        })),
                get(
                        "/broken",
                        new Public(),
                        _ -> file(out -> {
                            out.write(new byte[100_000]);
                            throw new IOException("the database is gone");
                        })),
                get(
                        "/endless",
                        new Public(),
                        _ -> file(out -> {
                            try {
                                while (true) {
                                    out.write(new byte[100_000]);
                                }
                            } catch (IOException e) {
                                firstLine.countDown();
                                throw e;
                            }
                        })));
    }

    private static Response file(Body.Writing writing) {
        return Response.file("text/csv", "a.csv", writing);
    }

    private Response lines(Request request) {
        StringBuilder read = new StringBuilder("[");
        try (InputStream body = request.flow().orElseThrow()) {
            for (int next = body.read(); next >= 0; next = body.read()) {
                if (next == '\n') {
                    firstLine.countDown();
                } else {
                    read.append((char) next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.json(200, read.append(']').toString());
    }
}
