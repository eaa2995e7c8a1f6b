package dev.rampart.http.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One opening tag of a page. An attribute without a value has the empty one. */
record Tag(String name, Map<String, String> attributes) {

    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z][a-zA-Z0-9:-]*)(?:=\"([^\"]*)\")?");
    private static final Set<String> FIELDS = Set.of("input", "select", "textarea");

    static Tag of(String name, String rest) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(rest);
        while (attribute.find()) {
            String value = attribute.group(2);
            attributes.put(attribute.group(1), value == null ? "" : value);
        }
        return new Tag(name, attributes);
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** Whether a person fills it in. */
    boolean isField() {
        return FIELDS.contains(name) && !attribute("type").equals("hidden");
    }
}
