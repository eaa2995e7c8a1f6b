package dev.rampart.http;

import dev.rampart.http.exchange.Request;

/** Knows the token of whoever runs the server. */
@FunctionalInterface
public interface OperatorCheck {

    Admission check(Request request);
}
