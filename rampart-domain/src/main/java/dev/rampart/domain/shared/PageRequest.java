package dev.rampart.domain.shared;

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

    /** What a list is sorted by: age. */
    public enum Order {
        NEWEST_FIRST("-created_at"),
        OLDEST_FIRST("created_at");

        private final String text;

        Order(String text) {
            this.text = text;
        }

        public boolean isDescending() {
            return this == NEWEST_FIRST;
        }

        /** As the {@code sort} parameter has it. */
        @Override
        public String toString() {
            return text;
        }
    }
}
