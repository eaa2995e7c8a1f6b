package dev.rampart.http.undertow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.http.HttpSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class UndertowServerTest {

    private static final String REQUEST = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";

    private final House house = new House();

    @Test
    void tellsNobodyWhatABugLooksLike() throws Exception {
        try (UndertowServer server = house.started()) {
            HttpResponse<String> answer = new Wire(server).get("/bug");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
                    .doesNotContain("secret", "Exception", "at dev.");
        }
    }

    @Test
    void asksToComeBackWhenTheDatabaseIsAway() throws Exception {
        try (UndertowServer server = house.started()) {
            HttpResponse<String> answer = new Wire(server).get("/outage");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void isAliveEvenWhenItIsNotReady() throws Exception {
        try (UndertowServer server = house.started()) {
            Wire wire = new Wire(server);
            assertThat(wire.get("/readyz").statusCode()).isEqualTo(200);

            house.ready.set(false);

            assertThat(wire.get("/readyz").statusCode()).isEqualTo(503);
            assertThat(wire.get("/readyz").body()).contains("\"database\":false");
            assertThat(wire.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void letsThoseInsideFinishAndSendsOthersAwayWhenItStops() throws Exception {
        UndertowServer server = house.started();
        Wire wire = new Wire(server);
        try (Socket kept = wire.connected()) {
            OutputStream out = kept.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(kept.getInputStream(), StandardCharsets.US_ASCII));
            out.write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
            CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> rawGet(wire, "/slow"));
            house.inside.await();

            Thread stopping = Thread.ofPlatform().start(server::close);
            while (!wire.rawGet("/healthz").startsWith("HTTP/1.1 503")) {
                Thread.onSpinWait();
            }
            out.write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            String late = in.lines().collect(joining("\n"));
            house.mayLeave.countDown();
            stopping.join();

            assertThat(late).contains("HTTP/1.1 503", "Connection: close");
            assertThat(slow.get()).startsWith("HTTP/1.1 200").contains("Connection: close");
        }
        assertThatThrownBy(wire::connected).hasMessageContaining("refused");
    }

    @Test
    void waitsForNobodyForever() throws Exception {
        HttpSettings hasty =
                HttpSettings.loopback(0).withLimits(HttpSettings.Limits.USUAL.withDrain(Duration.ofMillis(100)));
        UndertowServer server = house.started(hasty);
        Wire wire = new Wire(server);
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> rawGet(wire, "/slow"));
        house.inside.await();

        server.close();

        assertThat(slow.handle((answer, cut) -> cut == null ? answer : "").get())
                .doesNotContain("200");
        house.mayLeave.countDown();
    }

    @Test
    void saysThatItsPortIsTaken() {
        try (UndertowServer first = house.started()) {
            HttpSettings same = HttpSettings.loopback(first.port());

            assertThatThrownBy(() -> new House().started(same))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessage("cannot listen on 127.0.0.1, port %d: it is in use, or not an address of this machine"
                            .formatted(first.port()));
        }
    }

    private static String rawGet(Wire wire, String target) {
        try {
            return wire.rawGet(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
