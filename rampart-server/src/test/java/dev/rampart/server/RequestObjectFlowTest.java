package dev.rampart.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.testing.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that a client has signed (RFC 9101, OIDC Core §6), from outside. */
final class RequestObjectFlowTest {

    private static final String ID = "signer";

    @TempDir
    private Path folder;

    private TestRelyingParty party;
    private TestServer server;
    private CodeFlow flow;
    private ECKey key;

    @BeforeEach
    void start() throws Exception {
        party = TestRelyingParty.in(folder);
        server = TestServer.startedWith(party.reachable());
        flow = new CodeFlow(server.issuer(OrgSlug.DEFAULT), new TestBrowser());
        key = party.publishKey("one");
        register(ID, false);
    }

    @AfterEach
    void stop() {
        server.close();
        party.close();
    }

    @Test
    void answersWhatWasSignedAndNotWhatWasSentBesideIt() throws Exception {
        String object =
                TestRelyingParty.signed(key, claims().claim("state", "inside").build());
        String code = flow.signIn(Map.of("client_id", ID, "request", object, "state", "outside", "scope", "openid"));

        assertThat(code).isNotEmpty();
        assertThat(flow.ask(Map.of("client_id", ID, "request", object, "state", "outside", "prompt", "none")))
                .contains("state=inside", "code=")
                .doesNotContain("outside");
    }

    @Test
    void fetchesARequestFromWhereTheClientRegisteredIt() throws Exception {
        party.put("/request.jwt", TestRelyingParty.signed(key, claims().build()));

        String code = flow.signIn(Map.of("client_id", ID, "request_uri", party.at("/request.jwt")));
        assertThat(flow.redeem(ID, code).statusCode()).isEqualTo(200);
        assertThat(refusal(Map.of("request_uri", party.at("/other.jwt")))).isEqualTo("invalid_request_uri");
        party.put("/request.jwt", "gone");
        assertThat(refusal(Map.of("request_uri", party.at("/request.jwt")))).isEqualTo("invalid_request_object");
    }

    @Test
    void saysThatARequestWasNotSignedAsItShouldBe() throws Exception {
        ECKey foreign = TestRelyingParty.key("one");
        String good = TestRelyingParty.signed(key, claims().build());

        assertThat(refusal(Map.of("request", new PlainJWT(claims().build()).serialize())))
                .isEqualTo("invalid_request_object");
        assertThat(refusal(Map.of("request", "nonsense"))).isEqualTo("invalid_request_object");
        assertThat(refusal(Map.of("request", TestRelyingParty.signed(foreign, claims().build()))))
                .isEqualTo("invalid_request_object");
        assertThat(refusal(Map.of("request", good, "request_uri", party.at("/request.jwt"))))
                .isEqualTo("invalid_request");
    }

    @Test
    void saysThatARequestIsNotFromItForUsAndForNow() throws Exception {
        Date early = Date.from(server.clock.instant().minus(Duration.ofMinutes(5)));
        Date late = Date.from(server.clock.instant().plus(Duration.ofMinutes(5)));

        for (JWTClaimsSet.Builder bad : new JWTClaimsSet.Builder[] {
            claims().issuer("other"),
            claims().audience("https://other.example"),
            claims().subject(ID),
            claims().expirationTime(early),
            claims().notBeforeTime(late),
            claims().claim("client_id", "web"),
            claims().claim("response_type", "token"),
            claims().claim("request", "nested"),
            claims().claim("request_uri", "https://rp.example/x"),
            claims().claim("nonce", null).claim("state", List.of(1)),
        }) {
            String object = TestRelyingParty.signed(key, bad.build());
            assertThat(refusal(Map.of("request", object)))
                    .as(bad.build().toString())
                    .isEqualTo("invalid_request_object");
        }
    }

    @Test
    void answersAnErrorInTheModeThatWasSigned() throws Exception {
        String object = TestRelyingParty.signed(
                key,
                claims().claim("response_mode", "fragment")
                        .claim("prompt", "none")
                        .build());

        assertThat(flow.ask(Map.of("client_id", ID, "request", object)))
                .startsWith(TestServer.CALLBACK + "#")
                .contains("error=login_required");
    }

    @Test
    void readsNothingOutsideWhereAClientSignsAllOfIt() throws Exception {
        register("strict", true);
        Map<String, String> unsigned = Map.of("client_id", "strict", "prompt", "none");
        JWTClaimsSet claims =
                claims().issuer("strict").claim("client_id", "strict").build();
        Map<String, String> signed = new HashMap<>(unsigned);
        signed.put("request", TestRelyingParty.signed(key, claims));
        signed.put("state", "outside");
        signed.put("nonce", "outside");

        assertThat(flow.ask(unsigned)).contains("error=invalid_request");
        assertThat(flow.ask(signed)).doesNotContain("outside").doesNotContain("error=");
    }

    private void register(String id, boolean required) throws Exception {
        Object[] values = {id, party.at("/keys"), party.at("/request.jwt"), required};
        AdminApi.Answer made = AdminApi.of(server, OrgSlug.DEFAULT, "boss").post("/clients", """
                {"client_id": "%s", "client_name": "Signer", "token_endpoint_auth_method": "none",
                "jwks_uri": "%s", "request_uris": ["%s"], "require_signed_request_object": %s,
                "grant_types": ["authorization_code"], "scope": "openid email",
                "redirect_uris": ["https://shop.example/callback"]}""".formatted(values));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    }

    private String refusal(Map<String, String> more) throws Exception {
        Map<String, String> all = new HashMap<>(more);
        all.put("client_id", ID);
        return flow.ask(all).replaceAll(".*[?#&]error=([a-z_]+).*", "$1");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ID)
                .audience(server.issuer(OrgSlug.DEFAULT).value())
                .expirationTime(Date.from(server.clock.instant().plus(Duration.ofMinutes(1))))
                .claim("client_id", ID)
                .claim("response_type", "code")
                .claim("redirect_uri", TestServer.CALLBACK)
                .claim("scope", "openid email")
                .claim("code_challenge", Samples.CHALLENGE.value())
                .claim("code_challenge_method", "S256");
    }
}
