package dev.rampart.http;

import dev.rampart.http.exchange.Headers;
import dev.rampart.http.exchange.Origin;
import java.io.InputStream;

/**
 * A request as it was read, before anybody has judged it.
 *
 * @param line what was asked for
 * @param found what the table has at that path
 */
public record Arrival(Line line, Router.Found found, Headers headers, Origin origin, Sent body) {

    /**
     * The request line.
     *
     * @param path as sent, still encoded
     * @param query as sent, still encoded, without the question mark; empty if there is none
     */
    public record Line(String method, String path, String query) {}

    /** What came of reading the body. */
    public sealed interface Sent {

        /** It is here, or there was none. */
        @SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
        record Whole(byte[] bytes) implements Sent {}

        /** It is read as it comes, by whoever wants it. */
        record Flowing(InputStream stream) implements Sent {}

        /** It is longer than the route allows. */
        record TooLarge() implements Sent {}
    }
}
