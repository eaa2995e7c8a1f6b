package dev.rampart.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpsUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://acme.example/logo.png",
                "data:image/png;base64,AAAA",
                "javascript:alert(1)",
                "//acme.example/logo.png",
                "https:///logo.png",
                "https://acme.example/a b",
                "https://user@acme.example/logo.png",
                "https://acme.example;script-src/logo.png",
                "https://*.example/logo.png",
                "https://acme.example:port/logo.png",
                "https://acme.example/logo.png#part",
                "HTTPS://acme.example/logo.png",
                "https://ACME.example/logo.png"
            })
    void isNothingElse(String text) {
        assertThat(HttpsUri.parse(text)).isEmpty();
    }

    @Test
    void hasTheOriginThatAPolicyNames() {
        assertThat(HttpsUri.parse("https://cdn.acme.example:8443/a/logo.svg?v=2")
                        .map(HttpsUri::origin))
                .contains("https://cdn.acme.example:8443");
    }
}
