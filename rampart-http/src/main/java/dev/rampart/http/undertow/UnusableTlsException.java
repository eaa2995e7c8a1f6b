package dev.rampart.http.undertow;

import org.jspecify.annotations.Nullable;

/** Says which of the TLS files cannot be used and why, in one line that can be shown as it is. */
public final class UnusableTlsException extends RuntimeException {

    UnusableTlsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
