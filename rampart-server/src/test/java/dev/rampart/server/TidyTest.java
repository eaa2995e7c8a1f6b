package dev.rampart.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.server.tidy.JavaRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads every file of the repository. What is judged, and why, stands in the messages. */
final class TidyTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What others made, or what is made again. */
    private static final Set<String> NOT_OURS = Set.of(".git", ".rampart", ".idea", "target", "node_modules");

    private static final Pattern MIGRATION = Pattern.compile("V(\\d{3})__[a-z0-9_]+\\.sql");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)(?:#[^)]*)?\\)");

    @Test
    void everyJavaFileKeepsWithinTheLimits() throws IOException {
        List<String> files = files(".java");

        assertThat(files).hasSizeGreaterThan(100);
        assertThat(files.stream().flatMap(file -> JavaRules.problems(file, text(file)).stream()))
                .isEmpty();
    }

    @Test
    void everyPackageSaysThatNothingInItIsNull() throws IOException {
        List<String> packages = files(".java").stream()
                .filter(file -> file.contains("/src/main/java/") || file.contains("/src/boot/java/"))
                .map(file -> file.substring(0, file.lastIndexOf('/')))
                .distinct()
                .toList();

        assertThat(packages).isNotEmpty();
        assertThat(packages)
                .as("a package without @NullMarked in its package-info.java is one where NullAway looks away")
                .allMatch(folder -> exists(folder + "/package-info.java")
                        && text(folder + "/package-info.java").contains("@NullMarked"));
    }

    @Test
    void everyMigrationHasANumberOfItsOwn() throws IOException {
        List<String> names = files(".sql").stream()
                .filter(file -> file.startsWith("migrations/V"))
                .map(file -> file.substring("migrations/".length()))
                .toList();

        assertThat(names).isNotEmpty();
        assertThat(names)
                .as("three digits keep the order of the files and the order of their numbers the same")
                .allMatch(name -> MIGRATION.matcher(name).matches());
        assertThat(names.stream().map(name -> name.substring(0, 4)))
                .as("of two migrations with one number, which one a database has seen is anybody's guess")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyLinkInADocumentLeadsSomewhere() throws IOException {
        List<String> documents = files(".md");

        assertThat(documents).contains("README.md");
        assertThat(documents.stream().flatMap(TidyTest::deadLinks))
                .as("a link that leads nowhere tells the reader that the rest is out of date, too")
                .isEmpty();
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        String document = "[a](docs/none.md) [b](https://example.com) `[c](none)` [d](#e) [f](README.md#g)";

        assertThat(links(document)).containsExactly("docs/none.md", "README.md");
        assertThat(leads("README.md", "docs/none.md")).isFalse();
        assertThat(leads("docs/architecture.md", "../README.md")).isTrue();
    }

    private static Stream<String> deadLinks(String document) {
        return links(text(document)).filter(link -> !leads(document, link)).map(link -> document + ": " + link);
    }

    private static Stream<String> links(String document) {
        return LINK.matcher(FENCE.matcher(document).replaceAll(""))
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"));
    }

    private static boolean leads(String document, String link) {
        Path target = ROOT.resolve(document).resolveSibling(URLDecoder.decode(link, StandardCharsets.UTF_8));
        return Files.exists(target.normalize());
    }

    /** Every file of ours with this ending, relative to the root, in a fixed order. */
    private static List<String> files(String ending) throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean ours = !NOT_OURS.contains(folder.getFileName().toString());
                return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(ending)) {
                    files.add(ROOT.relativize(file).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream().sorted().toList();
    }

    private static boolean exists(String file) {
        return Files.exists(ROOT.resolve(file));
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
