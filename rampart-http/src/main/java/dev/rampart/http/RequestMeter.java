package dev.rampart.http;

import java.util.Optional;

/** Counts what is answered, for those who watch the server. Never by person. */
@FunctionalInterface
public interface RequestMeter {

    /** Where nobody watches. */
    RequestMeter NONE = (route, status, nanoseconds) -> {};

    /**
     * Is told of every answer.
     *
     * @param route the line of the table; empty where none fits
     */
    void answered(Optional<Route> route, int status, long nanoseconds);
}
