package dev.rampart.http;

/** How a route tells what is wrong with its parameters. */
public enum Faults {
    /** {@code invalid_request} in JSON (RFC 6749 §5.2). */
    OAUTH,
    /** {@code application/problem+json} (RFC 9457). */
    PROBLEM,
    /** A page that a person reads. */
    PAGE,
    /** Its endpoint does, because it depends on which parameter it is whom one can tell (RFC 6749 §4.1.2.1). */
    ENDPOINT
}
