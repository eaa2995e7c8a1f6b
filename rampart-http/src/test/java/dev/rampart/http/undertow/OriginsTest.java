package dev.rampart.http.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.network.Network;
import dev.rampart.http.HttpSettings;
import dev.rampart.http.network.TrustedProxies;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OriginsTest {

    private static final HttpSettings BEHIND_PROXIES = HttpSettings.loopback(0)
            .withProxies(new TrustedProxies(Stream.of("127.0.0.0/8", "10.0.0.0/8")
                    .map(text -> Network.parse(text).orElseThrow())
                    .toList()));

    @Test
    void areThePeerWhateverItSaysIfItIsNotListed() throws Exception {
        HttpResponse<String> answer = ask(
                HttpSettings.loopback(0),
                "X-Forwarded-For",
                "192.0.2.7",
                "Forwarded",
                "for=192.0.2.7;proto=https",
                "X-Forwarded-Proto",
                "https",
                "X-Request-Id",
                "mine");

        assertThat(answer.body())
                .contains("\"ip\":\"127.0.0.1\"", "\"network\":\"127.0.0.1/32\"", "\"secure\":false")
                .doesNotContain("mine");
    }

    @Test
    void areTheRightMostHopThatIsNoProxyOfOurs() throws Exception {
        HttpResponse<String> answer = ask(
                BEHIND_PROXIES,
                "X-Forwarded-For",
                "203.0.113.9, 192.0.2.7, 10.1.2.3",
                "X-Forwarded-Proto",
                "https",
                "X-Request-Id",
                "edge-1");

        assertThat(answer.body()).contains("\"ip\":\"192.0.2.7\"", "\"secure\":true", "\"request_id\":\"edge-1\"");
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("edge-1");
    }

    @Test
    void areReadFromTheStandardHeaderAsWell() throws Exception {
        HttpResponse<String> answer = ask(
                BEHIND_PROXIES, "Forwarded", "for=1.1.1.1, For=\"[2001:db8:1:2:3::4]:4711\";proto=https, for=10.0.0.1");

        assertThat(answer.body())
                .contains("\"ip\":\"2001:db8:1:2:3:0:0:4\"", "\"network\":\"2001:db8:1:2:0:0:0:0/64\"");
    }

    @Test
    void areThePeerWhereTheTwoHeadersDisagree() throws Exception {
        assertThat(ask(BEHIND_PROXIES, "X-Forwarded-For", "192.0.2.7", "Forwarded", "for=192.0.2.8")
                        .body())
                .contains("\"ip\":\"127.0.0.1\"");
    }

    @Test
    void areTheLastHopThatCanBeReadWhereAProxyWritesNoAddress() throws Exception {
        assertThat(ask(BEHIND_PROXIES, "X-Forwarded-For", "192.0.2.7, unknown, 10.0.0.1")
                        .body())
                .contains("\"ip\":\"10.0.0.1\"");
    }

    @Test
    void giveNoNameThatCannotStandInALog() throws Exception {
        for (String name : List.of("a b", "<script>", "x".repeat(65))) {
            assertThat(ask(BEHIND_PROXIES, "X-Request-Id", name).body()).doesNotContain(name);
        }
    }

    private static HttpResponse<String> ask(HttpSettings settings, String... headers) throws Exception {
        try (UndertowServer server = new House().started(settings)) {
            return new Wire(server).get("/oauth/authorize?client_id=x", headers);
        }
    }
}
