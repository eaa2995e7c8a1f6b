package dev.rampart.http.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.http.exchange.Body;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadingTest {

    private static final Shape PART = Shape.of("Part", Property.of("name", Kind.Text.between(1, 3)));
    private static final Shape THING = Shape.of(
            "Thing",
            Property.of("id", Kind.Text.upTo(8)).asReadOnly(),
            Property.of("name", Kind.Text.between(1, 5)).asRequired(),
            Property.of("slug", Kind.Text.upTo(5)).asFixed(),
            Property.of("size", new Kind.Whole(0, 9)),
            Property.of("colours", new Kind.ListOf(Kind.Choice.of("red", "blue"), 2)),
            Property.of("part", new Kind.ObjectOf(PART)),
            Property.of("more", new Kind.AnyObject(20)),
            Property.of("when", new Kind.Time()));

    private final Reading making = new Reading(true);
    private final Reading patching = new Reading(false);

    @Test
    void readsWhatIsDescribed() {
        Fields fields = read(making, """
                {"name": "a", "size": 9, "colours": ["red"], "part": {"name": "x"}, "more": {"a": 1}}""");

        assertThat(making.problems()).isEmpty();
        assertThat(fields.text("name")).contains("a");
        assertThat(fields.number("size")).contains(9L);
        assertThat(fields.texts("colours")).containsExactly("red");
        assertThat(fields.object("part").flatMap(part -> part.text("name"))).contains("x");
        assertThat(fields.text("more")).contains("{\"a\":1}");
    }

    @Test
    void pointsAtEverythingThatIsWrong() {
        read(making, """
                {"id": "x", "size": 10, "colours": ["red", "green"], "part": {"name": "long", "else": 1},
                "more": {"a": "too long to be kept"}, "when": "now", "a/b~c": 1}""");

        assertThat(pointers(making))
                .containsExactlyInAnyOrder(
                        "/id",
                        "/size",
                        "/colours/1",
                        "/part/name",
                        "/part/else",
                        "/more",
                        "/when",
                        "/a~1b~0c",
                        "/name");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        read(making, "{\"name\": \"%s\"}".formatted("\uD83D\uDE00".repeat(5)));

        assertThat(making.problems()).isEmpty();
    }

    @Test
    void tellsWhatWasRemovedFromWhatWasNotSent() {
        Fields fields = read(patching, "{\"size\": null}");

        assertThat(patching.problems()).isEmpty();
        assertThat(fields.has("size")).isTrue();
        assertThat(fields.has("colours")).isFalse();
        assertThat(fields.mergedText("name", () -> Optional.of("before"))).contains("before");
    }

    @Test
    void refusesToRemoveWhatIsRequiredOrToChangeWhatIsFixed() {
        read(patching, "{\"name\": null, \"slug\": \"b\"}");

        assertThat(pointers(patching)).containsExactlyInAnyOrder("/name", "/slug");
    }

    @Test
    void mergesAsRfc7396DoesInItsAppendix() {
        assertThat(RawJson.merged("{\"a\":\"b\"}", "{\"a\":\"c\"}")).isEqualTo("{\"a\":\"c\"}");
        assertThat(RawJson.merged("{\"a\":\"b\"}", "{\"b\":\"c\"}")).isEqualTo("{\"a\":\"b\",\"b\":\"c\"}");
        assertThat(RawJson.merged("{\"a\":\"b\"}", "{\"a\":null}")).isEqualTo("{}");
        assertThat(RawJson.merged("{\"a\":[\"b\"]}", "{\"a\":\"c\"}")).isEqualTo("{\"a\":\"c\"}");
        assertThat(RawJson.merged("{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}"))
                .isEqualTo("{\"a\":{\"b\":\"d\"}}");
        assertThat(RawJson.merged("{}", "{\"a\":{\"bb\":{\"ccc\":null}}}")).isEqualTo("{\"a\":{\"bb\":{}}}");
    }

    private static Fields read(Reading reading, String json) {
        return reading.read(json.getBytes(UTF_8), THING);
    }

    private static List<String> pointers(Reading reading) {
        return reading.problems().stream().map(Body.Field::pointer).toList();
    }
}
