package dev.rampart.http;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that can be done at one path, by method. */
final class Resource {

    private final Map<String, Route> byMethod = new TreeMap<>();
    private final String allow;
    private final Tenancy tenancy;
    private final Cors cors;

    Resource(List<Route> routes) {
        Route first = routes.getFirst();
        this.tenancy = first.tenancy();
        this.cors = first.cors();
        for (Route route : routes) {
            if (route.tenancy() != tenancy || route.cors() != cors) {
                throw new IllegalArgumentException(
                        "the routes of %s differ in tenancy or CORS".formatted(route.path()));
            }
            route.methods().forEach(method -> byMethod.put(method, route));
        }
        this.allow = Stream.concat(
                        byMethod.keySet().stream(),
                        Stream.concat(
                                byMethod.containsKey("GET") ? Stream.of("HEAD") : Stream.empty(),
                                cors == Cors.NONE ? Stream.empty() : Stream.of("OPTIONS")))
                .sorted()
                .collect(joining(", "));
    }

    /** The route for a method; a HEAD is a GET whose body stays here (RFC 9110 §9.3.2). */
    @Nullable Route route(String method) {
        return byMethod.get(method.equals("HEAD") ? "GET" : method);
    }

    /** What stands in {@code Allow}. */
    String allow() {
        return allow;
    }

    Tenancy tenancy() {
        return tenancy;
    }

    Cors cors() {
        return cors;
    }
}
