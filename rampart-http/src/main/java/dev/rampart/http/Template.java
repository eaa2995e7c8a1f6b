package dev.rampart.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with {@code {names}} in it, each of which stands for one segment that is not empty. */
record Template(List<String> segments, Resource resource) {

    Template(String path, Resource resource) {
        this(List.of(path.split("/", -1)), resource);
    }

    /** What stands in the place of each name, decoded; nothing if the path is another one. */
    Optional<Map<String, String>> match(String path) {
        String[] sent = path.split("/", -1);
        if (sent.length != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < sent.length; i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{") && !sent[i].isEmpty()) {
                String name = segment.substring(1, segment.length() - 1);
                variables.put(name, PercentEncoding.decode(sent[i], false).orElseThrow());
            } else if (!segment.equals(sent[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
