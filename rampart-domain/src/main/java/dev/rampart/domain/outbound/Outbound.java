package dev.rampart.domain.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls a server outside, at an address that somebody else has chosen.
 *
 * <p>Waits for the outside, for a bounded time: call it without a database connection. Whatever the outside does is an
 * {@link Answer}, never an exception. Redirects are not followed: they are answers like others.
 */
public interface Outbound {

    /** Asks for what lies there (RFC 9110 §9.3.1). */
    Answer fetch(URI uri, Limits limits);

    /** Sends something there (RFC 9110 §9.3.3). */
    Answer post(URI uri, Content content, Limits limits);

    /**
     * What is sent.
     *
     * @param type the media type, written by us
     * @param text sent in UTF-8
     */
    record Content(String type, String text) {}

    /**
     * How much of the outside is put up with.
     *
     * @param connect until a connection stands, at each address of a name
     * @param total from the look-up of the name to the last byte
     * @param bytes of the body
     */
    record Limits(Duration connect, Duration total, int bytes) {

        /** For what a request waits for. */
        public static final Limits USUAL = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), 64 * 1024);
    }

    /** What came of it. */
    sealed interface Answer {}

    /**
     * A server answered, with whatever status.
     *
     * @param contentType as it was written; empty where it was not
     * @param text the body, read as UTF-8
     */
    record Answered(int status, Optional<String> contentType, String text) implements Answer {

        private static final int OK = 200;

        /** Whether what was asked for is here. */
        public boolean isOk() {
            return status == OK;
        }
    }

    /** No answer that could be used. */
    record NotReached(Reason why) implements Answer {}

    /**
     * Why there is no answer. For logs and audit: whoever wrote the address is not told, for it tells of our network.
     */
    enum Reason {
        /** No https, no host, a user name in it, or a port that is nobody's business. */
        UNSUITABLE_URI,
        UNKNOWN_HOST,
        /** The name leads, perhaps among other places, to where calls may not go. */
        FORBIDDEN_ADDRESS,
        NO_CONNECTION,
        /** No certificate of that name that we trust, or no TLS at all. */
        UNTRUSTED,
        TOO_LATE,
        TOO_LARGE,
        /** Not HTTP as we read it, or an end before the end. */
        MALFORMED_ANSWER,
        /** Too many calls are under way. */
        BUSY
    }
}
