package dev.rampart.outbound.http;

import dev.rampart.domain.outbound.Outbound.Reason;
import java.io.IOException;
import java.io.Serial;

/** Ends a call on the way. Never leaves this package. */
final class UnreachedException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Reason why;

    UnreachedException(Reason why) {
        super(why.name());
        this.why = why;
    }

    Reason why() {
        return why;
    }
}
