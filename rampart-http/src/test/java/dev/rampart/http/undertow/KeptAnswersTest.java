package dev.rampart.http.undertow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeptAnswersTest {

    private static final String PATH = "/.well-known/openid-configuration";

    private UndertowServer server;
    private Wire wire;

    @BeforeAll
    void start() {
        server = new House().started();
        wire = new Wire(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void mayBeKeptByAnybodyForAWhile() throws Exception {
        HttpResponse<String> answer = wire.get(PATH);

        assertThat(answer.body()).isEqualTo(House.LONG_JSON);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=10");
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(answer.headers().firstValue("ETag").orElseThrow()).matches("\"[\\w-]{22}\"");
        assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow()).matches("[\\w-]{16}");
    }

    @Test
    void areNotSentAgainToWhoHasThem() throws Exception {
        String tag = wire.get(PATH).headers().firstValue("ETag").orElseThrow();

        for (String known : new String[] {tag, "\"other\", W/" + tag, "*"}) {
            HttpResponse<String> answer = wire.get(PATH, "If-None-Match", known);
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("ETag")).hasValue(tag);
        }
        assertThat(wire.get(PATH, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void areCompressedForWhoReadsThat() throws Exception {
        HttpResponse<byte[]> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + PATH))
                            .header("Accept-Encoding", "br, gzip;q=0.5")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }

        byte[] body = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(new String(body, UTF_8)).isEqualTo(House.LONG_JSON);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("ETag").orElseThrow()).endsWith("-gzip\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip;q=0.0", "deflate, gzipped"})
    void areSentPlainToWhoDoesNot(String encodings) throws Exception {
        assertThat(wire.get(PATH, "Accept-Encoding", encodings).body()).isEqualTo(House.LONG_JSON);
    }

    @Test
    void areMadeOnAWorkerWhereTheyDoNotLieReady() throws Exception {
        assertThat(wire.get("/o/acme" + PATH).body()).contains("https://id.example/o/acme");
    }
}
