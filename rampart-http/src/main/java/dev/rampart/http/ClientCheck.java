package dev.rampart.http;

import dev.rampart.http.exchange.Access;
import dev.rampart.http.exchange.Request;

/** Authenticates an OAuth client (RFC 6749 §2.3). */
@FunctionalInterface
public interface ClientCheck {

    Admission check(Access.Client access, Request request);
}
