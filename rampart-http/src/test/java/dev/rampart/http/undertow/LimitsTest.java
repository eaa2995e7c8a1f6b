package dev.rampart.http.undertow;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.http.HttpSettings;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LimitsTest {

    private static final int FORM_MAX = 64 * 1024;
    private static final String POST =
            "POST /oauth/token HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    @Test
    void refuseABodyThatSaysItIsTooLong() throws Exception {
        try (UndertowServer server = new House().started()) {
            HttpResponse<String> fits = new Wire(server).post("/oauth/token", form(FORM_MAX), "Authorization", "shop");
            HttpResponse<String> refused = new Wire(server).post("/oauth/token", form(FORM_MAX + 1));

            assertThat(fits.statusCode()).isEqualTo(200);
            assertThat(refused.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void refuseAChunkedBodyThatTurnsOutTooLongWithAnAnswerAndNotAReset() throws Exception {
        try (UndertowServer server = new House().started()) {
            String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";

            String refused = new Wire(server)
                    .raw(
                            POST + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
                            chunk,
                            chunk,
                            chunk,
                            chunk,
                            "0\r\n\r\n");

            assertThat(refused).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void letAClientAskFirst() throws Exception {
        try (UndertowServer server = new House().started()) {
            HttpResponse<String> answer = new Wire(server)
                    .send(new Wire(server)
                            .request(
                                    "/oauth/token",
                                    "Content-Type",
                                    "application/x-www-form-urlencoded",
                                    "Authorization",
                                    "a")
                            .expectContinue(true)
                            .POST(BodyPublishers.ofString("grant_type=a")));

            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refuseAnAddressThatIsTooLong() throws Exception {
        try (UndertowServer server = new House().started()) {
            String path = "/oauth/authorize?client_id=x&state=";

            assertThat(new Wire(server).get(path + "x".repeat(9000)).statusCode())
                    .isEqualTo(414);
        }
    }

    @Test
    void refuseHeadersThatAreTooLong() throws Exception {
        try (UndertowServer server = new House().started()) {
            String refused = new Wire(server)
                    .raw("GET /login HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(17 * 1024) + "\r\n\r\n");

            assertThat(refused).doesNotContain("200 OK");
        }
    }

    @Test
    void cutOffWhoSendsTooSlowly() throws Exception {
        HttpSettings hasty =
                HttpSettings.loopback(0).withLimits(HttpSettings.Limits.USUAL.withRead(Duration.ofMillis(200)));
        try (UndertowServer server = new House().started(hasty);
                Socket socket = new Wire(server).connected()) {
            socket.getOutputStream().write((POST + "Content-Length: 100\r\n\r\ngrant").getBytes(US_ASCII));

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void leaveNoDoubtAboutWhereARequestEnds() throws Exception {
        try (UndertowServer server = new House().started()) {
            String both = new Wire(server)
                    .raw(POST
                            + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                            + "GET /healthz HTTP/1.1\r\n"
                            + "Host: a\r\nConnection: close\r\n\r\n");
            String twice = new Wire(server)
                    .raw(POST + "Content-Length: 4\r\nContent-Length: 5\r\nConnection: close\r\n\r\na=bc\r\n");

            assertThat(both).doesNotContain("\"status\":\"up\"");
            assertThat(twice).startsWith("HTTP/1.1 400 ");
        }
    }

    private static String form(int length) {
        String start = "grant_type=a&pad=";
        return start + "x".repeat(length - start.length());
    }
}
