package dev.rampart.http;

import dev.rampart.http.exchange.Access;
import dev.rampart.http.exchange.Request;

/** Verifies an access token for the admin API, and that its holder may do what the route is for. */
@FunctionalInterface
public interface PermissionCheck {

    /** Admits with the organization that the route is about, which the path names or the token. */
    Admission check(Access.Permitted access, Request request);
}
