package dev.rampart.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.rampart.http.Parameter.Place;
import dev.rampart.http.ParameterCase.Answer;
import dev.rampart.http.ParameterCase.Sent;
import dev.rampart.http.ParameterCase.Trial;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every way to send a declared parameter badly, made from the route table: a new line is tried before anybody has
 * written a test for it.
 */
public final class ParameterCases {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** No UTF-8 begins with it. */
    private static final String NO_TEXT = "%ff";

    private final Usual usual;

    /** What is sent where nothing is to be wrong. */
    @FunctionalInterface
    public interface Usual {

        /** The value of that parameter, or of that {@code {name}} in the path; nothing for one that looks right. */
        Optional<String> value(Route route, String name);
    }

    public ParameterCases(Usual usual) {
        this.usual = usual;
    }

    public List<ParameterCase> of(RouteTable table) {
        return table.all().stream().flatMap(this::of).toList();
    }

    private Stream<ParameterCase> of(Route route) {
        return route.methods().stream()
                .flatMap(method -> route.parameters().stream()
                        .flatMap(parameter -> Stream.of(Trial.values())
                                .filter(trial -> isPossible(parameter, trial))
                                .map(trial -> make(route, method, parameter, trial))));
    }

    /** A path without its variable is another path, and of a header's bytes nobody says what they are. */
    private static boolean isPossible(Parameter parameter, Trial trial) {
        return switch (trial) {
            case MISSING, DOUBLED -> parameter.place() != Place.PATH;
            case TOO_LONG -> true;
            case WRONG_TYPE -> parameter.type() != Parameter.Type.TEXT;
            case BAD_ENCODING -> parameter.place() != Place.PATH && parameter.place() != Place.HEADER;
        };
    }

    private ParameterCase make(Route route, String method, Parameter bad, Trial trial) {
        Sent sent = new Sent(
                method,
                path(route, bad, trial),
                pairs(route, bad, trial, parameter -> parameter.isInQueryOf(method)),
                pairs(route, bad, trial, parameter -> parameter.isInFormOf(method)),
                headers(route, bad, trial));
        return new ParameterCase(route, bad, trial, answer(route, bad, trial), sent);
    }

    private static Answer answer(Route route, Parameter bad, Trial trial) {
        boolean taken = (trial == Trial.MISSING && !bad.required()) || (trial == Trial.DOUBLED && bad.repeatable());
        if (taken) {
            return Answer.TAKEN;
        }
        return switch (route.faults()) {
            case OAUTH -> Answer.OAUTH_ERROR;
            case PROBLEM -> Answer.PROBLEM;
            case PAGE -> Answer.PAGE;
            case ENDPOINT -> Answer.OF_THE_ENDPOINT;
        };
    }

    private String path(Route route, Parameter bad, Trial trial) {
        return NAME.matcher(route.path()).replaceAll(match -> {
            Optional<Parameter> declared = route.parameters().stream()
                    .filter(parameter -> parameter.place() == Place.PATH)
                    .filter(parameter -> parameter.name().equals(match.group(1)))
                    .findFirst();
            String value = declared.isEmpty()
                    ? usual.value(route, match.group(1)).orElse("x")
                    : encoded(route, declared.get(), bad, trial).findFirst().orElseThrow();
            return Matcher.quoteReplacement(value);
        });
    }

    private String pairs(Route route, Parameter bad, Trial trial, Predicate<Parameter> here) {
        return route.parameters().stream()
                .filter(here)
                .flatMap(parameter -> encoded(route, parameter, bad, trial)
                        .map(value -> URLEncoder.encode(parameter.name(), UTF_8) + "=" + value))
                .collect(joining("&"));
    }

    private List<Map.Entry<String, String>> headers(Route route, Parameter bad, Trial trial) {
        return route.parameters().stream()
                .filter(parameter -> parameter.place() == Place.HEADER)
                .flatMap(parameter ->
                        encoded(route, parameter, bad, trial).map(value -> Map.entry(parameter.name(), value)))
                .toList();
    }

    /** All values of one parameter in one case: the usual one, unless it is the one that is tried. */
    private Stream<String> encoded(Route route, Parameter parameter, Parameter bad, Trial trial) {
        String right = usual.value(route, parameter.name()).orElseGet(() -> sample(parameter));
        String asSent = parameter.place() == Place.HEADER ? right : URLEncoder.encode(right, UTF_8);
        if (!parameter.equals(bad)) {
            return Stream.of(asSent);
        }
        return switch (trial) {
            case MISSING -> Stream.empty();
            case DOUBLED -> Stream.of(asSent, asSent);
            case TOO_LONG -> Stream.of("x".repeat(parameter.maxLength() + 1));
            case WRONG_TYPE -> Stream.of(wrong(parameter.type()));
            case BAD_ENCODING -> Stream.of(NO_TEXT);
        };
    }

    private static String sample(Parameter parameter) {
        return switch (parameter.type()) {
            case TEXT, TOKEN_LIST -> "x";
            case URI -> "https://app.example/";
            case INTEGER -> "1";
            case BOOLEAN -> "true";
            case UUID -> "00000000-0000-7000-8000-000000000000";
        };
    }

    /** Encoded, and short enough not to be too long. */
    private static String wrong(Parameter.Type type) {
        return switch (type) {
            case TEXT -> throw new IllegalArgumentException("no text is of the wrong type");
            case URI, INTEGER, BOOLEAN, UUID -> "~";
            case TOKEN_LIST -> "%22";
        };
    }
}
