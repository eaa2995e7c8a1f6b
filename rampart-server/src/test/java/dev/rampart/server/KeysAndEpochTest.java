package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.key.KeyTimes;
import dev.rampart.server.AdminApi.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing keys follow one another without a gap, and all sessions end at one stroke. */
final class KeysAndEpochTest {

    private TestServer server;
    private AdminApi owner;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        owner = AdminApi.of(server, GLOBEX, "boss");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void announcesTheNextKeyBeforeItSigns() throws Exception {
        String before = signingKeyId();

        Answer made = owner.post("/keys", "{\"algorithm\": \"ES256\"}");
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        assertThat(made.text("/state")).isEqualTo("pending");
        String next = made.text("/id");
        assertThat(made.header("Location")).endsWith("/keys/" + next);
        assertThat(owner.post("/keys", "{\"algorithm\": \"ES256\"}").status()).isEqualTo(409);

        assertThat(published()).contains(before, next);
        assertThat(signingKeyId()).isEqualTo(before);

        server.clock.advance(KeyTimes.NOTICE);
        assertThat(signingKeyId()).isEqualTo(next);
        assertThat(published()).contains(before, next);

        server.clock.advance(KeyTimes.OVERLAP);
        assertThat(signingKeyId()).isEqualTo(next);
        assertThat(published()).contains(next).doesNotContain(before);
    }

    @Test
    void replacesALostKeyAtOnce() throws Exception {
        String lost = signingKeyId();
        AdminApi withTokenOfTheLostKey = AdminApi.of(server, GLOBEX, "reader");
        assertThat(published()).contains(lost);

        String next = owner.post("/keys", "{\"algorithm\": \"ES256\", \"at_once\": true}")
                .text("/id");
        assertThat(published()).contains(lost, next);
        assertThat(signingKeyId()).isEqualTo(next);
        AdminApi owning = AdminApi.of(server, GLOBEX, "boss");
        assertThat(owning.delete("/keys/" + next).status()).isEqualTo(409);
        assertThat(withTokenOfTheLostKey.get("/keys").status()).isEqualTo(200);
        assertThat(owning.delete("/keys/" + lost).status()).isEqualTo(204);

        assertThat(withTokenOfTheLostKey.get("/keys").status()).isEqualTo(401);
        assertThat(owning.get("/keys/" + lost).status()).isEqualTo(404);
        assertThat(published()).contains(next).doesNotContain(lost);
    }

    @Test
    void letsOneOfManyWhoRotateAtOnceDoIt() throws Exception {
        List<Answer> answers = Together.call(16, _ -> owner.post("/keys", "{\"algorithm\": \"ES256\"}"));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void endsEverySessionAtOneStroke() throws Exception {
        CodeFlow flow = flow();
        String token = token(flow);
        assertThat(flow.userinfo(token).statusCode()).isEqualTo(200);
        assertThat(owner.get("/sessions").json().at("/items")).isNotEmpty();
        assertThat(AdminApi.of(server, GLOBEX, "help").delete("/sessions").status())
                .isEqualTo(403);

        assertThat(owner.delete("/sessions").status()).isEqualTo(204);

        assertThat(flow.userinfo(token).statusCode()).isEqualTo(401);
        assertThat(owner.get("/sessions").json().at("/items")).isEmpty();
        assertThat(flow.ask(Map.of("prompt", "none"))).contains("error=login_required");
        String anew = token(flow);
        assertThat(flow.userinfo(anew).statusCode()).isEqualTo(200);
        assertThat(flow.userinfo(token).statusCode()).isEqualTo(401);
    }

    private CodeFlow flow() {
        return new CodeFlow(server.issuer(GLOBEX), new TestBrowser());
    }

    private static String token(CodeFlow flow) throws Exception {
        return CodeFlow.member(flow.redeem(flow.signIn(Map.of())), "access_token");
    }

    /** The {@code kid} of a token that is issued now. */
    private String signingKeyId() throws Exception {
        String header = AdminApi.of(server, GLOBEX, "boss").token().split("\\.", -1)[0];
        return JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(header))
                .path("kid")
                .asString();
    }

    private List<String> published() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String set = client.send(
                            HttpRequest.newBuilder(
                                            URI.create(server.issuer(GLOBEX).at("/.well-known/jwks.json")))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared()
                    .readTree(set)
                    .path("keys")
                    .valueStream()
                    .map((JsonNode key) -> key.path("kid").asString())
                    .toList();
        }
    }
}
