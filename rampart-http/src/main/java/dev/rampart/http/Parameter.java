package dev.rampart.http;

import java.util.Locale;
import java.util.UUID;

/**
 * One parameter that a route takes. What is not declared does not reach the endpoint.
 *
 * @param maxLength in characters, of each value; decoded
 */
public record Parameter(String name, Place place, Type type, int maxLength, boolean required, boolean repeatable) {

    /** Enough for names, codes, scopes and tokens; what needs more says so. */
    private static final int TEXT_MAX = 1024;

    private static final int URI_MAX = 2048;
    private static final int INTEGER_MAX = 18;
    private static final int UUID_LENGTH = 36;

    /** Where it stands. */
    public enum Place {
        QUERY,
        FORM,
        /** In the query of a GET, in the form of a POST. */
        QUERY_OR_FORM,
        /** One of the route's {@code {names}}. */
        PATH,
        HEADER
    }

    /** What it looks like. What it means is the endpoint's business. */
    public enum Type {
        TEXT,
        /** Absolute, without spaces or control characters. Compared, as ever, letter by letter. */
        URI,
        /** A whole number, perhaps negative. */
        INTEGER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** Printable ASCII tokens with one space between them (RFC 6749 §3.3). */
        TOKEN_LIST,
        UUID
    }

    public static Parameter query(String name) {
        return new Parameter(name, Place.QUERY, Type.TEXT, TEXT_MAX, false, false);
    }

    public static Parameter form(String name) {
        return new Parameter(name, Place.FORM, Type.TEXT, TEXT_MAX, false, false);
    }

    /** In the query of a GET, in the form of a POST. */
    public static Parameter either(String name) {
        return new Parameter(name, Place.QUERY_OR_FORM, Type.TEXT, TEXT_MAX, false, false);
    }

    public static Parameter path(String name) {
        return new Parameter(name, Place.PATH, Type.TEXT, TEXT_MAX, true, false);
    }

    public static Parameter header(String name) {
        return new Parameter(name, Place.HEADER, Type.TEXT, TEXT_MAX, false, false);
    }

    public Parameter asRequired() {
        return new Parameter(name, place, type, maxLength, true, repeatable);
    }

    public Parameter asRepeatable() {
        return new Parameter(name, place, type, maxLength, required, true);
    }

    public Parameter max(int characters) {
        return new Parameter(name, place, type, characters, required, repeatable);
    }

    public Parameter uri() {
        return typed(Type.URI, URI_MAX);
    }

    public Parameter integer() {
        return typed(Type.INTEGER, INTEGER_MAX);
    }

    public Parameter bool() {
        return typed(Type.BOOLEAN, "false".length());
    }

    public Parameter tokens() {
        return typed(Type.TOKEN_LIST, TEXT_MAX);
    }

    public Parameter uuid() {
        return typed(Type.UUID, UUID_LENGTH);
    }

    private Parameter typed(Type other, int characters) {
        return new Parameter(name, place, other, characters, required, repeatable);
    }

    /** Whether it is read from the form of a request with that method; else from the query, if it stands in either. */
    boolean isInFormOf(String method) {
        return place == Place.FORM || (place == Place.QUERY_OR_FORM && method.equals("POST"));
    }

    /** Whether it is read from the query of a request with that method. */
    boolean isInQueryOf(String method) {
        return place == Place.QUERY || (place == Place.QUERY_OR_FORM && !method.equals("POST"));
    }

    /** Whether a value looks as declared. */
    boolean admits(String value) {
        return switch (type) {
            case TEXT -> true;
            case URI -> isUri(value);
            case INTEGER -> isInteger(value);
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case TOKEN_LIST -> isTokenList(value);
            case UUID -> isUuid(value);
        };
    }

    /** As {@code routes.txt} has it: {@code *} is required, {@code +} may repeat. */
    @Override
    public String toString() {
        return "%s%s%s:%s/%s<%d"
                .formatted(
                        name,
                        required ? "*" : "",
                        repeatable ? "+" : "",
                        place.name().toLowerCase(Locale.ROOT),
                        type.name().toLowerCase(Locale.ROOT),
                        maxLength);
    }

    private static boolean isUri(String value) {
        int colon = value.indexOf(':');
        return colon > 0
                && Character.isLetter(value.charAt(0))
                && value.substring(0, colon).chars().allMatch(Parameter::isSchemeCharacter)
                && value.chars().allMatch(c -> c > 0x20 && c != 0x7f);
    }

    private static boolean isSchemeCharacter(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
    }

    private static boolean isInteger(String value) {
        String digits = value.startsWith("-") ? value.substring(1) : value;
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isTokenList(String value) {
        return !value.startsWith(" ")
                && !value.endsWith(" ")
                && !value.contains("  ")
                && value.chars().allMatch(c -> c >= 0x20 && c <= 0x7e && c != '"' && c != '\\');
    }

    private static boolean isUuid(String value) {
        try {
            return UUID.fromString(value).toString().equalsIgnoreCase(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
