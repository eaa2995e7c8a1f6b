package dev.rampart.http.playground;

import dev.rampart.http.exchange.Response;

/** What there is of the playground in organizations other than its own. */
final class Elsewhere {

    static final Response NOTHING =
            Response.problem(404, "There is nothing here", "The address may be mistyped or out of date.");

    private Elsewhere() {}
}
