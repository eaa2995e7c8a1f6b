package dev.rampart.http.undertow;

import java.net.BindException;

/** Says that the server cannot listen where it is told to, in one line that can be shown as it is. */
public final class PortTakenException extends RuntimeException {

    PortTakenException(String host, int port, BindException cause) {
        super(
                "cannot listen on %s, port %d: it is in use, or not an address of this machine".formatted(host, port),
                cause);
    }
}
