package dev.rampart.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {

    @Test
    void readsWhereToGo() {
        Target target = target("https://rp.example:8443/keys/a%20b?x=1#here").orElseThrow();

        assertThat(target.host()).isEqualTo("rp.example");
        assertThat(target.port()).isEqualTo(8443);
        assertThat(target.path()).isEqualTo("/keys/a%20b?x=1");
        assertThat(target.authority()).isEqualTo("rp.example:8443");
        assertThat(target("https://rp.example").orElseThrow().path()).isEqualTo("/");
        assertThat(target("https://rp.example").orElseThrow().authority()).isEqualTo("rp.example");
        assertThat(target("https://[2606:4700::1111]/").orElseThrow().authority())
                .isEqualTo("[2606:4700::1111]");
        assertThat(target("https://rp.example/ä?ö").orElseThrow().path()).isEqualTo("/%C3%A4?%C3%B6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.01/",
                "https://127.000.000.001/",
                "https://127.0.0.1./",
                "https://a.0x7f/",
                "https://[fe80::1%25eth0]/",
                "https://[::1%25lo]/",
                "https://[127.0.0.1]/",
                "https://user@rp.example/",
                "https://a:b@rp.example/",
                "https://rp.example@127.0.0.1/",
                "https://@127.0.0.1/",
                "https://rp.example./",
                "https://rp_x.example/",
                "https:rp.example",
                "https:///keys",
                "https://:443/",
                "//rp.example/",
                "/keys",
                "ftp://rp.example/",
                "file:///etc/passwd",
                "gopher://rp.example/",
                "jar:https://rp.example!/",
                "data:,x",
                "https://bücher.example/",
                "https://１２７.0.0.1/",
                "https://rp.example:99999999999/",
            })
    void knowsNoOtherSpellings(String uri) {
        assertThat(target(uri)).isEmpty();
    }

    @Test
    void opensNoPortOfOtherServices() {
        assertThat(target("https://rp.example/").orElseThrow().hasOpenPort()).isTrue();
        assertThat(target("https://rp.example:8443/").orElseThrow().hasOpenPort())
                .isTrue();
        assertThat(target("https://rp.example:25/").orElseThrow().hasOpenPort()).isFalse();
        assertThat(target("https://rp.example:0/").orElseThrow().hasOpenPort()).isFalse();
    }

    private static Optional<Target> target(String uri) {
        try {
            return Target.of(new URI(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
