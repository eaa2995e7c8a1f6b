package dev.rampart.http;

import dev.rampart.http.exchange.Access;
import dev.rampart.http.exchange.Request;

/** Verifies an access token: its audience, its permission, and that it is still alive (RFC 6750 §2). */
@FunctionalInterface
public interface BearerCheck {

    Admission check(Access.Bearer access, Request request);
}
