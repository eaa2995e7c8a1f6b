package dev.rampart.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes every page to {@code target/pages}, to be looked at in a browser; and reads the templates as text. */
final class PageFilesTest {

    private static final Path TARGET = Path.of("target/pages");

    private final Assets assets = new Assets();
    private final Pages pages = new Pages(assets);

    @Test
    void writesEveryPageToBeLookedAt() throws IOException {
        Files.createDirectories(TARGET.resolve("assets"));
        for (String name : List.of("rampart.css", "mark.svg", "reveal.js", "post.js", "copy.js")) {
            String href = assets.href(name);
            Asset asset = assets.find(href.substring(Assets.PATH.length())).orElseThrow();
            Files.write(TARGET.resolve(href.substring(1)), asset.bytes());
        }
        for (var sample : SampleViews.all().entrySet()) {
            Files.writeString(TARGET.resolve(sample.getKey() + ".html"), pages.html(sample.getValue()));
        }

        assertThat(TARGET.resolve("sign-in.html")).content().contains("name=\"password\"");
    }

    @Test
    void hasNoTemplateThatWritesAnythingUnescaped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates"))) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(9)
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("{{{", "{{&", "{{="));
        }
    }
}
