package dev.rampart.http;

/** What the body of a request to a route may be. */
public enum Payload {
    /** Nothing: what is sent is not read. */
    NONE("", 0),
    FORM("application/x-www-form-urlencoded", 64 * 1024),
    JSON("application/json", 256 * 1024),
    /** Plain JSON is taken for one, too (RFC 7396). */
    MERGE_PATCH("application/merge-patch+json", 256 * 1024);

    private final String contentType;
    private final int maxBytes;

    Payload(String contentType, int maxBytes) {
        this.contentType = contentType;
        this.maxBytes = maxBytes;
    }

    /** The one content type it comes with; empty if there is none. */
    public String contentType() {
        return contentType;
    }

    boolean accepts(String mediaType) {
        return mediaType.equals(contentType) || (this == MERGE_PATCH && JSON.accepts(mediaType));
    }

    /** How long it may be. */
    public int maxBytes() {
        return maxBytes;
    }
}
