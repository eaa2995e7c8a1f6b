package dev.rampart.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/cb?code=a%20b&state=x#top",
                "HTTP://shop.example",
                "http://localhost:8080/",
                "http://127.0.0.1:3000?x=1",
                "http://[::1]:3000/cb",
                "/login?flow=k2",
                "/",
                "?page=2",
                "#main"
            })
    void takesWhatAPageMayLinkTo(String url) {
        assertThat(SafeUrl.parse(url)).map(SafeUrl::toString).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "\u0001javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://shop.example/1",
                "com.example.app:/cb",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/\t/evil.example",
                "https:evil.example",
                "https:///evil.example",
                "https://",
                "https://user@evil.example/",
                "https://shop.example\\@evil.example/",
                "https://shop.example/\"onfocus=",
                "https://shop.example/\u2028",
                "https://shop.example/<",
                "https://shop.example/\n",
                "https://shop.example/caf\u00e9",
                "https://shop.example:999999/",
                "relative",
                ""
            })
    void refusesEverythingElse(String url) {
        assertThat(SafeUrl.parse(url)).isEmpty();
        assertThatThrownBy(() -> new SafeUrl(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesOneThatIsTooLong() {
        String longest = "/" + "a".repeat(SafeUrl.MAX_LENGTH - 1);

        assertThat(SafeUrl.parse(longest)).isPresent();
        assertThat(SafeUrl.parse(longest + "a")).isEmpty();
    }
}
