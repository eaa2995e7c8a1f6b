package dev.rampart.http.rest;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the value of a property may be. */
public sealed interface Kind {

    /**
     * A text.
     *
     * @param minLength in characters, as is {@code maxLength}
     * @param pattern what all of it has to look like, or null
     * @param format a word of JSON Schema for it, or null
     * @param means what it is, for whoever sent something else
     */
    record Text(
            int minLength,
            int maxLength,
            @Nullable Pattern pattern,
            @Nullable String format,
            String means) implements Kind {

        public static Text upTo(int characters) {
            return new Text(0, characters, null, null, "a text of at most %d characters".formatted(characters));
        }

        public static Text between(int least, int most) {
            return new Text(least, most, null, null, "a text of %d to %d characters".formatted(least, most));
        }

        public static Text like(String pattern, int most, String means) {
            return new Text(0, most, Pattern.compile(pattern), null, means);
        }

        public Text format(String word) {
            return new Text(minLength, maxLength, pattern, word, means);
        }
    }

    /** True or false. */
    record Flag() implements Kind {}

    /** A whole number. */
    record Whole(long least, long most) implements Kind {}

    /** An instant (RFC 3339), in UTC. */
    record Time() implements Kind {}

    /** One of these words. */
    record Choice(List<String> words) implements Kind {
        public Choice {
            words = List.copyOf(words);
        }

        public static Choice of(Object... words) {
            return new Choice(List.of(words).stream().map(Object::toString).toList());
        }
    }

    /** A list of at most so many. */
    record ListOf(Kind item, int most) implements Kind {}

    record ObjectOf(Shape shape) implements Kind {}

    /** Any JSON object, of at most so many characters. */
    record AnyObject(int maxCharacters) implements Kind {}
}
