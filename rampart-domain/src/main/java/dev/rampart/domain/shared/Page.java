package dev.rampart.domain.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next where it ended, if there is more
 */
public record Page<T>(List<T> items, Optional<Position> next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts what was read, one item more than asked for if there is more. */
    public static <T> Page<T> of(List<T> read, PageRequest request, Function<? super T, Position> position) {
        if (read.size() <= request.limit()) {
            return new Page<>(read, Optional.empty());
        }
        List<T> items = read.subList(0, request.limit());
        return new Page<>(items, Optional.of(position.apply(items.getLast())));
    }
}
