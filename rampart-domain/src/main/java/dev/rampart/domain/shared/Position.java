package dev.rampart.domain.shared;

import java.util.List;

/** Where in a list a page ended: the values of its last item that the list is sorted by, the last of them unique. */
public record Position(List<String> keys) {

    public Position {
        keys = List.copyOf(keys);
    }

    public static Position of(String... keys) {
        return new Position(List.of(keys));
    }
}
