package dev.rampart.http.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page's HTML, read well enough to ask about its tags. Attributes must stand in double quotes, and here do. */
record Markup(String html, List<Tag> tags) {

    private static final Pattern TAG = Pattern.compile("<([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Pattern WRAPPING_LABEL = Pattern.compile("<label[^>]*>\\s*<input[^>]*name=\"([^\"]+)\"");
    private static final List<String> REFERRING =
            List.of("aria-describedby", "aria-labelledby", "aria-controls", "for");

    static Markup of(String html) {
        return new Markup(
                html,
                TAG.matcher(html)
                        .results()
                        .map(tag -> Tag.of(tag.group(1), tag.group(2)))
                        .toList());
    }

    List<Tag> tags(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).toList();
    }

    Tag byId(String id) {
        return tags.stream()
                .filter(tag -> tag.attribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<String> ids() {
        return values("id");
    }

    /** The ids that some attribute speaks of. */
    List<String> referredIds() {
        return Stream.concat(
                        REFERRING.stream().flatMap(name -> values(name).stream()),
                        Stream.of("data-copy", "data-reveal").flatMap(name -> values(name).stream()))
                .toList();
    }

    boolean isLabelled(Tag field) {
        boolean byId = tags("label").stream()
                .anyMatch(label -> label.attributes().containsKey("for")
                        && label.attribute("for").equals(field.attribute("id")));
        return byId
                || WRAPPING_LABEL
                        .matcher(html)
                        .results()
                        .anyMatch(label -> label.group(1).equals(field.attribute("name")));
    }

    private List<String> values(String attribute) {
        return tags.stream()
                .filter(tag -> tag.attributes().containsKey(attribute))
                .map(tag -> tag.attribute(attribute))
                .toList();
    }
}
