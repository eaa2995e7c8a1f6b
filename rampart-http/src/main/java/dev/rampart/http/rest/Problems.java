package dev.rampart.http.rest;

import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.Response;
import java.util.List;

/** The refusals that many operations share, each worded once. */
public final class Problems {

    private static final String BUSY_SECONDS = "2";

    private Problems() {}

    /** There is nothing of that id, as far as the caller may know. */
    public static Response notThere() {
        return Response.problem(404, "There is nothing here", "The address may be mistyped or out of date.");
    }

    /** It has been changed since the caller read it (RFC 9110 §15.5.13). */
    public static Response stale() {
        return Response.problem(
                412, "It has been changed meanwhile", "Read it again, and repeat the change with its new ETag.");
    }

    public static Response forbidden(String detail) {
        return Response.problem(403, "That is not allowed", detail);
    }

    public static Response conflict(String detail) {
        return Response.problem(409, "That contradicts what is there", detail);
    }

    public static Response invalid(String pointer, String detail) {
        return Response.invalid(
                "There is something wrong with what was sent: see errors.", List.of(new Body.Field(pointer, detail)));
    }

    public static Response busy() {
        return Response.problem(503, "Not available at the moment", "Too much is being computed: try again shortly.")
                .withHeader("Retry-After", BUSY_SECONDS);
    }
}
