package dev.rampart.http;

import java.util.List;

/** What the body of a request to a route may be. */
public enum Payload {
    /** Nothing: what is sent is not read. */
    NONE(0),
    FORM(64 * 1024, "application/x-www-form-urlencoded"),
    JSON(256 * 1024, "application/json"),
    /** Plain JSON is taken for one, too (RFC 7396). */
    MERGE_PATCH(256 * 1024, "application/merge-patch+json"),
    /** A file of many records. It flows: it is read as it comes, and never held whole. */
    RECORDS(100 * 1024 * 1024, "application/x-ndjson", "application/jsonl", "text/csv");

    private final int maxBytes;

    @SuppressWarnings("ImmutableEnumChecker") // It is an unmodifiable list.
    private final List<String> contentTypes;

    Payload(int maxBytes, String... contentTypes) {
        this.maxBytes = maxBytes;
        this.contentTypes = List.of(contentTypes);
    }

    /** The first of the content types it comes with; empty if there is none. */
    public String contentType() {
        return contentTypes.isEmpty() ? "" : contentTypes.getFirst();
    }

    /** Every content type it comes with. */
    public List<String> contentTypes() {
        return contentTypes;
    }

    boolean accepts(String mediaType) {
        return contentTypes.contains(mediaType) || (this == MERGE_PATCH && JSON.accepts(mediaType));
    }

    /** Whether it is read as it comes. */
    public boolean flows() {
        return this == RECORDS;
    }

    /** How long it may be. */
    public int maxBytes() {
        return maxBytes;
    }
}
