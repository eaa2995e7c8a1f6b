package dev.rampart.outbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.network.Network;
import dev.rampart.domain.outbound.Outbound.Answer;
import dev.rampart.domain.outbound.Outbound.Answered;
import dev.rampart.domain.outbound.Outbound.Content;
import dev.rampart.domain.outbound.Outbound.Limits;
import dev.rampart.domain.outbound.Outbound.NotReached;
import dev.rampart.domain.outbound.Outbound.Reason;
import dev.rampart.domain.testing.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpOutboundTest {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(10), 4096);
    private static final Limits HURRIED = new Limits(Duration.ofMillis(300), Duration.ofMillis(600), 4096);
    private static final List<Network> LOOPBACK = Stream.of("127.0.0.0/8", "::1")
            .map(text -> Network.parse(text).orElseThrow())
            .toList();
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

    @TempDir
    private static Path folder;

    private static SSLContext named;
    private static X509Certificate root;

    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void certify() throws Exception {
        TestAuthority authority = TestAuthority.in(folder);
        named = authority.server("dns:rp.example,ip:127.0.0.1");
        root = authority.root();
    }

    @Test
    void fetchesOverTlsByTheName() throws Exception {
        try (TestWeb web = tls(TestWeb.saying(HELLO))) {
            Answer answer = outbound("127.0.0.1").fetch(https("rp.example", web, "/keys?x=1#here"), LIMITS);

            assertThat(answer).isEqualTo(new Answered(200, Optional.of("text/plain"), "hello"));
            assertThat(web.heads().getFirst().lines())
                    .containsExactly(
                            "GET /keys?x=1 HTTP/1.1",
                            "Host: rp.example:" + web.port(),
                            "User-Agent: Rampart",
                            "Accept: */*",
                            "Accept-Encoding: identity",
                            "Connection: close");
        }
    }

    @Test
    void postsWhatItIsGiven() throws Exception {
        try (TestWeb web = tls(TestWeb.saying("HTTP/1.1 204 No Content\r\n\r\n"))) {
            Answer answer = outbound("127.0.0.1")
                    .post(https("127.0.0.1", web, "/"), new Content("text/plain", "Grüße"), LIMITS);

            assertThat(answer).isEqualTo(new Answered(204, Optional.empty(), ""));
            assertThat(web.heads().getFirst()).startsWith("POST / ").contains("Content-Length: 7\n");
        }
    }

    @Test
    void trustsOnlyWhomItIsTold() throws Exception {
        try (TestWeb web = tls(TestWeb.saying(HELLO))) {
            HttpOutbound stranger = new HttpOutbound(new OutboundSettings(LOOPBACK, List.of()), resolving("127.0.0.1"));

            assertThat(stranger.fetch(https("rp.example", web, "/"), LIMITS)).isEqualTo(because(Reason.UNTRUSTED));
            assertThat(web.heads()).noneMatch(head -> head.startsWith("GET"));
        }
    }

    @Test
    void wantsTheNameInTheCertificate() throws Exception {
        try (TestWeb web = tls(TestWeb.saying(HELLO))) {
            Answer answer = outbound("127.0.0.1").fetch(https("other.example", web, "/"), LIMITS);

            assertThat(answer).isEqualTo(because(Reason.UNTRUSTED));
            assertThat(web.heads()).noneMatch(head -> head.startsWith("GET"));
        }
    }

    @Test
    void looksANameUpOnceAndGoesWhereItLooked() throws Exception {
        List<String> answers = new ArrayList<>(List.of("127.0.0.1", "10.0.0.1"));
        try (TestWeb web = tls(TestWeb.saying(HELLO))) {
            HttpOutbound rebound = outbound(name -> {
                asked.add(name);
                return List.of(InetAddress.ofLiteral(answers.removeFirst()));
            });

            assertThat(rebound.fetch(https("rp.example", web, "/"), LIMITS)).isInstanceOf(Answered.class);
            assertThat(asked).containsExactly("rp.example");
            assertThat(rebound.fetch(https("rp.example", web, "/"), LIMITS))
                    .isEqualTo(because(Reason.FORBIDDEN_ADDRESS));
        }
    }

    @Test
    void refusesANameThatLeadsToOneBadAddressAmongGoodOnes() throws Exception {
        try (TestWeb web = tls(TestWeb.saying(HELLO))) {
            Answer answer = outbound("127.0.0.1", "10.0.0.1").fetch(https("rp.example", web, "/"), LIMITS);

            assertThat(answer).isEqualTo(because(Reason.FORBIDDEN_ADDRESS));
            assertThat(web.heads()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://127.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://localhost/"})
    void stopsBeforeThisMachine(String uri) {
        HttpOutbound guarded = new HttpOutbound(OutboundSettings.NONE);

        assertThat(guarded.fetch(URI.create(uri), LIMITS)).isEqualTo(because(Reason.FORBIDDEN_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://rp.example/", "https://rp.example:25/", "http://rp.example:443/"})
    void goesToTheInternetByHttpsAtAnOpenPortOnly(String uri) {
        Answer answer = outbound("1.1.1.1").fetch(URI.create(uri), LIMITS);

        assertThat(answer).isEqualTo(because(Reason.UNSUITABLE_URI));
    }

    @Test
    void speaksInClearWhereTheOperatorAllows() throws Exception {
        try (TestWeb web = TestWeb.plain(HELLO)) {
            URI uri = URI.create("http://rp.example:%d/".formatted(web.port()));

            assertThat(outbound("127.0.0.1").fetch(uri, LIMITS)).isInstanceOf(Answered.class);
            assertThat(outbound("127.0.0.1").fetch(URI.create("https://x@rp.example/"), LIMITS))
                    .isEqualTo(because(Reason.UNSUITABLE_URI));
        }
    }

    @Test
    void triesTheNextAddressOfAName() throws Exception {
        try (TestWeb web = tls(TestWeb.saying(HELLO))) {
            Answer answer = outbound("127.0.0.2", "127.0.0.1").fetch(https("rp.example", web, "/"), LIMITS);

            assertThat(answer).isInstanceOf(Answered.class);
        }
    }

    @Test
    void saysThatNobodyIsThere() {
        HttpOutbound nameless = outbound(name -> {
            throw new UnknownHostException(name);
        });

        assertThat(nameless.fetch(URI.create("https://rp.example/"), LIMITS)).isEqualTo(because(Reason.UNKNOWN_HOST));
        assertThat(outbound("127.0.0.1").fetch(URI.create("https://rp.example:1/"), LIMITS))
                .isEqualTo(because(Reason.NO_CONNECTION));
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (TestWeb inside = TestWeb.plain(HELLO);
                TestWeb web = TestWeb.plain(
                        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/\r\n\r\n".formatted(inside.port()))) {
            Answer answer = fetch(web, LIMITS);

            assertThat(answer).isEqualTo(new Answered(302, Optional.empty(), ""));
            assertThat(inside.heads()).isEmpty();
        }
    }

    @Test
    void waitsForNoTrickle() throws Exception {
        TestWeb.Behaviour trickle = out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write('.');
                out.flush();
                Thread.sleep(50);
            }
        };
        try (TestWeb web = TestWeb.plain(trickle)) {
            assertThat(timed(() -> fetch(web, HURRIED))).isEqualTo(because(Reason.TOO_LATE));
        }
    }

    @Test
    void waitsForNoHandshake() throws Exception {
        try (TestWeb web = TestWeb.plain(out -> Thread.sleep(5_000))) {
            assertThat(timed(() -> outbound("127.0.0.1").fetch(https("rp.example", web, "/"), HURRIED)))
                    .isEqualTo(because(Reason.TOO_LATE));
        }
    }

    @Test
    void waitsForNoLookUp() {
        HttpOutbound slow = outbound(name -> {
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });

        assertThat(timed(() -> slow.fetch(URI.create("https://rp.example/"), HURRIED)))
                .isEqualTo(because(Reason.TOO_LATE));
    }

    @Test
    void takesOnNoMoreThanItCanHold() throws Exception {
        HttpOutbound slow = outbound(name -> {
            try {
                Thread.sleep(3_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        Limits atOnce = new Limits(Duration.ofMillis(1), Duration.ofMillis(1), 1);
        for (int i = 0; i < HttpOutbound.CALLS_MAX; i++) {
            assertThat(slow.fetch(URI.create("https://rp.example/"), atOnce)).isEqualTo(because(Reason.TOO_LATE));
        }

        assertThat(slow.fetch(URI.create("https://rp.example/"), atOnce)).isEqualTo(because(Reason.BUSY));
    }

    @Test
    void stopsReadingWhatHasNoEnd() throws Exception {
        TestWeb.Behaviour endless = out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write(new byte[1024]);
            }
        };
        try (TestWeb web = TestWeb.plain(endless)) {
            assertThat(fetch(web, LIMITS)).isEqualTo(because(Reason.TOO_LARGE));
        }
    }

    @Test
    void noticesAnEndBeforeTheEnd() throws Exception {
        try (TestWeb web = TestWeb.plain("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")) {
            assertThat(fetch(web, LIMITS)).isEqualTo(because(Reason.MALFORMED_ANSWER));
        }
    }

    private Answer fetch(TestWeb web, Limits limits) {
        return outbound("127.0.0.1").fetch(URI.create("http://rp.example:%d/".formatted(web.port())), limits);
    }

    private static Answer timed(Supplier<Answer> call) {
        long start = System.nanoTime();
        Answer answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        return answer;
    }

    private static TestWeb tls(TestWeb.Behaviour behaviour) throws IOException {
        return TestWeb.started(named.getServerSocketFactory(), behaviour);
    }

    private static URI https(String host, TestWeb web, String path) {
        return URI.create("https://%s:%d%s".formatted(host, web.port(), path));
    }

    private static HttpOutbound outbound(String... addresses) {
        return outbound(resolving(addresses));
    }

    private static HttpOutbound outbound(Resolver resolver) {
        return new HttpOutbound(new OutboundSettings(LOOPBACK, List.of(root)), resolver);
    }

    private static Resolver resolving(String... addresses) {
        return name -> Stream.of(addresses).map(InetAddress::ofLiteral).toList();
    }

    private static NotReached because(Reason reason) {
        return new NotReached(reason);
    }
}
