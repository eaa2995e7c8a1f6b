package dev.rampart.http;

import java.util.List;
import java.util.Map;

/**
 * One request that is in order but for one parameter, and what the route's line says of it.
 *
 * @param route whose line it is made from
 * @param parameter the one that is badly sent
 * @param trial how
 * @param answer what is to come of it
 * @param sent the bytes on the wire
 */
public record ParameterCase(Route route, Parameter parameter, Trial trial, Answer answer, Sent sent) {

    /** What is done to a parameter. */
    public enum Trial {
        MISSING,
        DOUBLED,
        TOO_LONG,
        WRONG_TYPE,
        BAD_ENCODING
    }

    /** What a line says of it. */
    public enum Answer {
        /** Nothing is wrong with that: whatever is answered is about something else. */
        TAKEN,
        /** 400 and {@code invalid_request} in JSON. */
        OAUTH_ERROR,
        /** 400 and {@code application/problem+json}. */
        PROBLEM,
        /** 400 and a page. */
        PAGE,
        /** What the endpoint makes of it: a page, or an error at the redirect URI. */
        OF_THE_ENDPOINT
    }

    /**
     * A request as it is sent, encoded.
     *
     * @param query without its question mark; empty if there is none
     * @param form empty if there is none
     */
    public record Sent(String method, String path, String query, String form, List<Map.Entry<String, String>> headers) {

        public Sent {
            headers = List.copyOf(headers);
        }

        /** Path and query. */
        public String target() {
            return query.isEmpty() ? path : path + "?" + query;
        }
    }

    @Override
    public String toString() {
        return "%s %s: %s %s -> %s".formatted(sent.method, route.path(), parameter.name(), trial, answer);
    }
}
