package dev.rampart.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rampart.domain.organization.OrgSlug;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that sign who they are (RFC 7523, OIDC Core §9), from outside. */
final class ClientAssertionFlowTest {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String ID = "signer";
    private static final int TOGETHER = 32;

    @TempDir
    private Path folder;

    private TestRelyingParty party;
    private TestServer server;
    private AdminApi boss;
    private ECKey key;

    @BeforeEach
    void start() throws Exception {
        party = TestRelyingParty.in(folder);
        server = TestServer.startedWith(party.reachable());
        boss = AdminApi.of(server, OrgSlug.DEFAULT, "boss");
        key = party.publishKey("one");
        AdminApi.Answer made = boss.post("/clients", """
                {"client_id": "signer", "client_name": "Signer", "token_endpoint_auth_method": "private_key_jwt",
                "jwks_uri": "%s", "grant_types": ["client_credentials"]}""".formatted(party.at("/keys")));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        server.close();
        party.close();
    }

    @Test
    void believesAClientByAKeyThatItPublishes() throws Exception {
        HttpResponse<String> first = token(assertion(key, claims()));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(token(assertion(key, claims())).statusCode()).isEqualTo(200);
        assertThat(party.fetched).hasValue(1);
    }

    @Test
    void takesUpARotationAtOnceAndForgetsWhatIsGone() throws Exception {
        assertThat(token(assertion(key, claims())).statusCode()).isEqualTo(200);
        ECKey next = party.publishKey("two");

        assertThat(token(assertion(next, claims())).statusCode()).isEqualTo(200);
        assertThat(token(assertion(key, claims())).statusCode()).isEqualTo(401);
        assertThat(party.fetched).hasValue(2);
    }

    @Test
    void isNotMadeToFetchByKeysThatNobodyHas() throws Exception {
        for (int i = 0; i < 5; i++) {
            ECKey foreign = TestRelyingParty.key("foreign" + i);
            assertThat(token(assertion(foreign, claims())).body()).contains("invalid_client");
        }

        assertThat(party.fetched.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void acceptsAnAssertionOnceHoweverManyTryTogether() throws Exception {
        String assertion = assertion(key, claims());
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(TOGETHER)) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                calls.add(() -> token(assertion).statusCode());
            }
            for (Future<Integer> call : threads.invokeAll(calls)) {
                statuses.add(call.get());
            }
        }

        assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
        assertThat(boss.get("/audit-events?type=client.authenticated&outcome=failure")
                        .text("/items/0/reason"))
                .isEqualTo("ASSERTION_REPLAYED");
    }

    @Test
    void refusesWhatIsNotFromItForUsAndForNow() throws Exception {
        Date now = Date.from(server.clock.instant());
        Date late = Date.from(server.clock.instant().plus(Duration.ofHours(1)));
        Date early = Date.from(server.clock.instant().minus(Duration.ofMinutes(5)));
        List<JWTClaimsSet.Builder> bad = List.of(
                claims().issuer("other"),
                claims().issuer(null),
                claims().subject("service"),
                claims().audience("https://other.example"),
                claims().audience((String) null),
                claims().expirationTime(null),
                claims().expirationTime(early),
                claims().expirationTime(late),
                claims().notBeforeTime(late),
                claims().issueTime(late),
                claims().jwtID(null));

        assertThat(token(assertion(key, claims().issueTime(now))).statusCode()).isEqualTo(200);
        for (JWTClaimsSet.Builder claims : bad) {
            HttpResponse<String> answer = token(assertion(key, claims));
            assertThat(answer.statusCode()).as(claims.build().toString()).isEqualTo(401);
            assertThat(answer.body()).contains("invalid_client");
        }
    }

    @Test
    void letsNobodyInByLessOrByTwoWays() throws Exception {
        Map<String, String> form = new HashMap<>(form(assertion(key, claims())));
        form.put("client_secret", TestServer.SECRET);

        assertThat(post("/oauth/token", form).body()).contains("invalid_request");
        assertThat(post("/oauth/token", Map.of("grant_type", "client_credentials", "client_id", ID))
                        .body())
                .contains("invalid_client");
        assertThat(post(
                                "/oauth/token",
                                Map.of("grant_type", "client_credentials", "client_id", ID, "client_secret", "x"))
                        .body())
                .contains("invalid_client");
        form.remove("client_secret");
        form.put("client_id", "service");
        assertThat(post("/oauth/token", form).body()).contains("invalid_client");
        form.put("client_id", ID);
        form.put("client_assertion_type", "urn:other");
        assertThat(post("/oauth/token", form).body()).contains("invalid_client");
    }

    @Test
    void letsAClientAskAboutATokenInTheSameWay() throws Exception {
        String token = CodeFlow.member(token(assertion(key, claims())), "access_token");
        Map<String, String> form = new HashMap<>(form(assertion(key, claims())));
        form.put("token", token);

        assertThat(post("/oauth/introspect", form).body()).contains("\"active\":true");
        form.put("client_assertion", assertion(key, claims()));
        assertThat(post("/oauth/revoke", form).statusCode()).isEqualTo(200);
    }

    @Test
    void believesAClientByTheSecretThatItSignsWith() throws Exception {
        AdminApi.Answer made = boss.post("/clients", """
                {"client_id": "hmac", "client_name": "HMAC", "token_endpoint_auth_method": "client_secret_jwt",
                "grant_types": ["client_credentials"]}""");
        String secret = made.text("/client_secret");
        String second = boss.post("/clients/hmac/secrets", "{}").text("/client_secret");

        assertThat(token(keyed(secret)).statusCode()).isEqualTo(200);
        assertThat(token(keyed(second)).statusCode()).isEqualTo(200);
        assertThat(token(keyed("another secret that is long enough")).statusCode())
                .isEqualTo(401);
        assertThat(post(
                                "/oauth/token",
                                Map.of(
                                        "grant_type",
                                        "client_credentials",
                                        "client_id",
                                        "hmac",
                                        "client_secret",
                                        secret))
                        .statusCode())
                .isEqualTo(401);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ID)
                .subject(ID)
                .audience(server.issuer(OrgSlug.DEFAULT).value())
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(server.clock.instant().plus(Duration.ofMinutes(1))));
    }

    private static String assertion(ECKey key, JWTClaimsSet.Builder claims) throws JOSEException {
        return TestRelyingParty.signed(key, claims.build());
    }

    private String keyed(String secret) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                claims().issuer("hmac").subject("hmac").build());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static Map<String, String> form(String assertion) {
        return Map.of("grant_type", "client_credentials", "client_assertion_type", TYPE, "client_assertion", assertion);
    }

    private HttpResponse<String> token(String assertion) throws Exception {
        return post("/oauth/token", form(assertion));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return new TestBrowser().post(server.issuer(OrgSlug.DEFAULT).at(path), form);
    }
}
