package dev.rampart.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.settings.Branding;
import dev.rampart.domain.settings.Color;
import dev.rampart.domain.shared.HttpsUri;
import dev.rampart.http.exchange.Body;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrandStyleTest {

    private static final BrandStyle RED_ON_YELLOW = new BrandStyle(Color.parse("#aa0000"), Color.parse("#ffee00"));

    @Test
    void isFoundByItsName() {
        assertThat(RED_ON_YELLOW.href()).isEqualTo("/assets/brand/aa0000-ffee00.css");
        assertThat(BrandStyle.parse("aa0000-ffee00.css")).contains(RED_ON_YELLOW);
        assertThat(BrandStyle.parse("none-none.css")).contains(new BrandStyle(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aa0000.css", "AA0000-ffee00.css", "aa0000-ffee00", "aa0000-ffee0;.css", "a-b-c.css"})
    void isFoundByNoOther(String name) {
        assertThat(BrandStyle.parse(name)).isEmpty();
    }

    @Test
    void writesWhatCanBeRead() {
        assertThat(RED_ON_YELLOW.css())
                .contains("--accent:#aa0000", "--on-accent:#ffffff", "--page:#ffee00", ".brand>.mark{color:#000000}")
                .contains("(prefers-color-scheme:light){:root{--link:#aa0000")
                .doesNotContain("(prefers-color-scheme:dark){:root{--link");
    }

    @Test
    void isLinkedFromPagesBesideTheLogo() {
        Branding branding = new Branding(
                Optional.empty(),
                HttpsUri.parse("https://cdn.acme.example/l.svg?a=1&b=2"),
                Color.parse("#aa0000"),
                Optional.empty());
        Frame frame = new Frame(Locale.ENGLISH, "Acme", Look.of(branding));

        var response = new Pages(new Assets()).response(200, new SignedOutPage(frame, null, List.of()));

        String html = ((Body.Text) response.body()).text();
        assertThat(html)
                .contains("<link rel=\"stylesheet\" href=\"/assets/brand/aa0000-none.css\">")
                .contains("<img class=\"logo\" src=\"https://cdn.acme.example/l.svg?a&#61;1&amp;b&#61;2\" alt=\"\">");
        assertThat(String.join("", response.headers().getOrDefault("Content-Security-Policy", List.of())))
                .contains("img-src 'self' data: https://cdn.acme.example; ")
                .contains("style-src 'self';")
                .doesNotContain("unsafe");
    }

    @Test
    void isNotThereForWhoeverHasChosenNothing() {
        var response = new Pages(new Assets())
                .response(200, new SignedOutPage(new Frame(Locale.ENGLISH, "Acme"), null, List.of()));

        assertThat(((Body.Text) response.body()).text()).doesNotContain("/assets/brand/", "<img");
        assertThat(response.headers()).doesNotContainKey("Content-Security-Policy");
    }
}
