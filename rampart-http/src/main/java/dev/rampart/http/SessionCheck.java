package dev.rampart.http;

import dev.rampart.http.exchange.Access;
import dev.rampart.http.exchange.Request;

/** Finds the session that a cookie stands for. Its CSRF token is checked elsewhere. */
@FunctionalInterface
public interface SessionCheck {

    Admission check(Access.Session access, Request request);
}
