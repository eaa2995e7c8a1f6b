package dev.rampart.domain.shared;

import java.util.Locale;
import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit at most so many items, 1 to {@value #LIMIT_MAX}
 * @param after where the page before ended; empty for the first
 * @param search what to look for; empty: everything
 */
public record PageRequest(int limit, Optional<Position> after, Optional<String> search, Order order) {

    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 200;

    public PageRequest {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("a page has 1 to %d items, not %d".formatted(LIMIT_MAX, limit));
        }
    }

    /** The first page, newest first. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty(), Optional.empty(), Order.NEWEST_FIRST);
    }

    /** What lists can be sorted by: each of them by age, and some by more. */
    public enum SortKey {
        CLIENT_NAME,
        CREATED_AT,
        EMAIL,
        NAME,
        SLUG,
        USERNAME;

        /** As the {@code sort} parameter has it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How a list is sorted.
     *
     * @param descending whether the highest comes first
     */
    public record Order(SortKey key, boolean descending) {

        public static final Order NEWEST_FIRST = new Order(SortKey.CREATED_AT, true);
        public static final Order OLDEST_FIRST = new Order(SortKey.CREATED_AT, false);

        /** As the {@code sort} parameter has it. */
        @Override
        public String toString() {
            return (descending ? "-" : "") + key;
        }
    }
}
