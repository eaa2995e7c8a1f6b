package dev.rampart.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class AssetsTest {

    private final Assets assets = new Assets();

    @Test
    void namesAFileAfterItsContent() {
        String href = assets.href("rampart.css");

        assertThat(href).matches("/assets/rampart\\.[0-9a-f]{8}\\.css");
        assertThat(assets.find(href.substring(Assets.PATH.length())))
                .hasValueSatisfying(asset -> assertThat(asset.contentType()).isEqualTo("text/css; charset=utf-8"));
    }

    @Test
    void findsNothingByAnotherHashOrWithoutOne() {
        assertThat(assets.find("rampart.00000000.css")).isEmpty();
        assertThat(assets.find("rampart.css")).isEmpty();
        assertThat(assets.find("../texts/en.properties")).isEmpty();
    }

    @Test
    void refusesToLinkToWhatIsNotThere() {
        assertThatThrownBy(() -> assets.href("absent.css")).hasMessageContaining("absent.css");
    }

    @Test
    void hasAStyleSheetThatIsSmallAndServesEitherDirection() {
        String css = text("rampart.css");

        assertThat(css).hasSizeLessThan(25_000).doesNotContain("url(", "@import");
        assertThat(Pattern.compile("[;{](?:margin|padding|border|inset)-?(?:left|right)|text-align:(?:left|right)")
                        .matcher(css)
                        .results()
                        .map(match -> match.group())
                        .toList())
                .isEmpty();
    }

    private String text(String name) {
        String href = assets.href(name);
        Asset asset = assets.find(href.substring(Assets.PATH.length())).orElseThrow();
        return new String(asset.bytes(), StandardCharsets.UTF_8);
    }
}
