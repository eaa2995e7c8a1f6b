package dev.rampart.http.exchange;

import java.io.IOException;

/** A body that flows turned out to be longer than its route takes: what came before that has been read. */
public final class BodyTooLongException extends IOException {

    private static final long serialVersionUID = 1;

    public BodyTooLongException(long maxBytes) {
        super("the body is longer than %d bytes".formatted(maxBytes));
    }
}
