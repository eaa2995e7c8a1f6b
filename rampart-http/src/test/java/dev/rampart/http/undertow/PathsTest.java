package dev.rampart.http.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PathsTest {

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

    @ParameterizedTest
    @CsvSource({
        "/oauth/authorize, default",
        "/o/acme/oauth/authorize, acme",
    })
    void leadToTheTenantTheyBeginWith(String path, String tenant) throws Exception {
        assertThat(wire.get(path + "?client_id=shop").body())
                .contains("\"tenant\":\"" + tenant + "\"", "\"path\":\"/oauth/authorize\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/openid-configuration/o/acme",
                "/o/acme/.well-known/openid-configuration",
            })
    void haveBothWellKnownSpellingsOfATenantsIssuer(String path) throws Exception {
        assertThat(wire.get(path).body()).isEqualTo("{\"issuer\":\"https://id.example/o/acme\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/o/default/oauth/authorize",
                "/o/nobody/oauth/authorize",
                "/o/ACME/oauth/authorize",
                "/o/acme",
                "/o/acme/healthz",
                "/o/acme/api/v1/admin/users",
                "/o/acme/o/acme/oauth/authorize",
                "/.well-known/openid-configuration/o/default",
                "/.well-known/openid-configuration/o/nobody",
                "/.well-known/jwks.json/o/acme",
                "/oauth/authorize/",
                "/oauth/%61uthorize",
                "/OAUTH/authorize",
                "/nothing",
                "/",
            })
    void thatAreNotInTheTableAreNotThere(String path) throws Exception {
        assertThat(wire.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//oauth/authorize",
                "/oauth//authorize",
                "/x/../oauth/authorize",
                "/x/%2e%2e/oauth/authorize",
                "/./oauth/authorize",
                "/oauth%2Fauthorize",
                "/o/acme%2foauth/authorize",
                "/oauth/authorize%00",
                "/oauth/authorize%0a",
                "/oauth/authorize%5c",
                "/oauth/authorize%c0%af",
                "/oauth/authorize%",
                "/oauth/authorize%zz",
                "/oauth\\authorize",
                "/oauth/authorize;x=y",
                "/oauth/authorize;/",
            })
    void areNeverMendedIntoOthers(String path) throws Exception {
        assertThat(wire.rawGet(path)).matches("(?s)HTTP/1.1 40[04] .*");
    }

    @Test
    void areTheSameWhenTheTargetNamesTheHost() throws Exception {
        assertThat(wire.rawGet("http://id.example/o/acme/oauth/authorize?client_id=x"))
                .contains("\"tenant\":\"acme\"");
    }

    @Test
    void giveWhatStandsInThePlaceOfTheirNames() throws Exception {
        String user = "0198c0de-0000-7000-8000-000000000001";

        HttpResponse<String> found = wire.get("/api/v1/admin/organizations/acme/users/" + user, "Authorization", "me");
        HttpResponse<String> unknown =
                wire.get("/api/v1/admin/organizations/nobody/users/" + user, "Authorization", "me");

        assertThat(found.body()).contains("\"tenant\":\"acme\"", "\"user\":\"" + user + "\"");
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    @Test
    void answerHeadLikeGetWithoutTheBody() throws Exception {
        HttpResponse<String> head = wire.send("HEAD", "/login");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue("8");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void sayWhichMethodsTheyHave() throws Exception {
        HttpResponse<String> refused = wire.send("DELETE", "/login");

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).hasValue("GET, HEAD, POST");
    }
}
