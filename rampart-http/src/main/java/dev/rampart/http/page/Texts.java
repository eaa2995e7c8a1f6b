package dev.rampart.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All texts of one language, by keys like {@code sign_in.title}.
 *
 * <p>They stand in {@code texts/en.properties} and its sisters, in UTF-8. A text may have {@code {names}} in it, which
 * are put in place before a template sees it: templates call no functions, so that nothing can go round escaping.
 */
public final class Texts {

    /** The languages there are. The first is for whoever speaks none of them. */
    static final List<String> LANGUAGES = List.of("en");

    /** Keys that no template has, since {@link Word.Span} is written with them. */
    static final Set<String> UNITS = Set.of("unit.second", "unit.seconds", "unit.minute", "unit.minutes");

    private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)}");
    private static final long MINUTES_FROM = 120;

    private final Map<String, String> all;

    /** By group and name: the groups that have no words to be put in place are made once. */
    private final Map<String, Map<String, String>> still;

    /** By group and name: the others. */
    private final Map<String, Map<String, String>> moving;

    private Texts(Map<String, String> all) {
        this.all = Map.copyOf(all);
        Map<String, Map<String, String>> groups = new HashMap<>();
        all.forEach((key, text) ->
                groups.computeIfAbsent(group(key), _ -> new HashMap<>()).put(name(key), text));
        this.moving = new HashMap<>(groups);
        this.still = new HashMap<>(groups);
        moving.values()
                .removeIf(group ->
                        group.values().stream().allMatch(text -> names(text).isEmpty()));
        still.keySet().removeAll(moving.keySet());
    }

    /** The texts in this locale's language, or in English. Reads a file: keep them. */
    public static Texts of(Locale locale) {
        String file = "/texts/%s.properties".formatted(languageFor(locale));
        try (InputStream bytes = Texts.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("no such resource: " + file);
            }
            return new Texts(read(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The language among those there are that suits this locale. */
    static String languageFor(Locale locale) {
        return LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : LANGUAGES.getFirst();
    }

    /** The text as it stands in the file. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(all.get(key));
    }

    /** As {@link #find}; throws {@link IllegalArgumentException} if there is none. */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no such text: " + key));
    }

    /** Every key there is. */
    Set<String> keys() {
        return all.keySet();
    }

    /** The words as they are written in this language. */
    Map<String, String> say(Map<String, Word> words) {
        Map<String, String> said = new HashMap<>();
        words.forEach((name, word) -> {
            switch (word) {
                case Word.Plain(String text) -> said.put(name, text);
                case Word.Span(Duration duration) -> said.put(name, span(duration));
                case Word.Key _ -> {} // After the others, which it may have in it.
            }
        });
        words.forEach((name, word) -> {
            if (word instanceof Word.Key(String key)) {
                said.put(name, fill(get(key), said));
            }
        });
        return said;
    }

    /**
     * The texts by group and name, with these words in place. Those that need other words are not among them, so that a
     * template which has them fails.
     */
    Map<String, Map<String, String>> with(Map<String, String> words) {
        Map<String, Map<String, String>> filled = new HashMap<>(still);
        moving.forEach((name, group) -> filled.put(name, filled(group, words)));
        return filled;
    }

    private static Map<String, String> filled(Map<String, String> group, Map<String, String> words) {
        Map<String, String> filled = new HashMap<>();
        group.forEach((name, text) -> {
            if (words.keySet().containsAll(names(text))) {
                filled.put(name, fill(text, words));
            }
        });
        return filled;
    }

    private String span(Duration duration) {
        long seconds = Math.max(1, duration.plusNanos(999_999_999).toSeconds());
        if (seconds < MINUTES_FROM) {
            return count(seconds, "unit.second", "unit.seconds");
        }
        return count(Math.ceilDiv(seconds, 60), "unit.minute", "unit.minutes");
    }

    private String count(long number, String one, String many) {
        return fill(get(number == 1 ? one : many), Map.of("count", Long.toString(number)));
    }

    private static String fill(String text, Map<String, String> words) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(word(name.group(1), words)));
    }

    private static String word(String name, Map<String, String> words) {
        String word = words.get(name);
        if (word == null) {
            throw new IllegalArgumentException("no such word: " + name);
        }
        return word;
    }

    private static List<String> names(String text) {
        return NAME.matcher(text).results().map(name -> name.group(1)).toList();
    }

    private static String group(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static String name(String key) {
        return key.substring(key.indexOf('.') + 1);
    }

    private static Map<String, String> read(Reader file) throws IOException {
        Properties properties = new Properties();
        properties.load(file);
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
