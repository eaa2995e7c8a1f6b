package dev.rampart.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextsTest {

    private static final Pattern TEXT = Pattern.compile("\\{\\{[#^/]?text\\.([a-z_]+\\.[a-z_]+)}}");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private final Texts english = Texts.of(Locale.ENGLISH);

    @Test
    void hasEveryTextThatAPageUsesAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>(Texts.UNITS);
        used.addAll(inTemplates());
        SampleViews.all().values().stream()
                .flatMap(view -> view.words().values().stream())
                .forEach(word -> {
                    if (word instanceof Word.Key(String key)) {
                        used.add(key);
                    }
                });
        used.add("playground.id_token");
        used.add("playground.access_token");

        Set<String> there = english.keys().stream()
                .filter(key -> !key.startsWith("claim.") && !key.startsWith("mail."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(there).isEqualTo(used);
    }

    @Test
    void explainsTheClaimsThatRampartIssues() {
        assertThat(Stream.of("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid", "at_hash")
                        .map(claim -> english.find("claim." + claim)))
                .allMatch(text -> text.isPresent());
        assertThat(Stream.of("jti", "scope", "client_id", "org_id").map(claim -> english.find("claim." + claim)))
                .allMatch(text -> text.isPresent());
    }

    @Test
    void speaksEnglishToWhoeverSpeaksNothingThatThereIs() {
        assertThat(Texts.of(Locale.of("tlh")).get("sign_in.title")).isEqualTo("Sign in");
        assertThat(new Frame(Locale.of("fa"), "Acme").direction()).isEqualTo("ltr");
    }

    @Test
    void hasTheSameKeysInEveryLanguage() {
        assertThat(Texts.LANGUAGES)
                .allSatisfy(language ->
                        assertThat(Texts.of(Locale.of(language)).keys()).isEqualTo(english.keys()));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 1 second",
        "PT1S, 1 second",
        "PT1.001S, 2 seconds",
        "PT119S, 119 seconds",
        "PT2M, 2 minutes",
        "PT121S, 3 minutes"
    })
    void saysATimeThatIsLongEnough(Duration duration, String text) {
        assertThat(english.say(Map.of("wait", new Word.Span(duration)))).containsEntry("wait", text);
    }

    @Test
    void putsAWordInPlaceOnceWhateverItLooksLike() {
        Map<String, String> words = english.say(Map.of(
                "application", new Word.Plain("{organization} $1 \\"),
                "organization", new Word.Plain("Acme")));

        assertThat(english.with(words).get("sign_in"))
                .containsEntry("continue_to", "to continue to {organization} $1 \\");
    }

    @Test
    void leavesOutATextWhoseWordsAreMissing() {
        assertThat(english.with(Map.of()).get("sign_in"))
                .doesNotContainKey("continue_to")
                .containsKey("title");
    }

    private static Set<String> inTemplates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            Set<String> keys = new TreeSet<>();
            for (Path file : files.toList()) {
                TEXT.matcher(Files.readString(file)).results().forEach(match -> keys.add(match.group(1)));
            }
            return keys;
        }
    }
}
