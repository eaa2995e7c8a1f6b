package dev.rampart.server.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method, constructor or field as it stands in a file.
 *
 * @param owner the type it belongs to
 * @param header all that is written before its body, its value or its semicolon, annotations included
 * @param line where its declaration ends and its body begins, counted from one
 * @param lines how many it takes, from there to its last brace
 * @param nesting how many blocks stand inside each other in its body
 */
record Member(Owner owner, String header, int line, int lines, int nesting) {

    private static final Pattern SIGNATURE = Pattern.compile("(\\w+)\\s*\\(\\s*\\)\\s*(?:throws\\s[^()]*)?$");
    private static final Pattern CONSTANTS =
            Pattern.compile(",?\\s*\\w+\\s*(?:\\(\\s*\\))?(?:\\s*,\\s*\\w+\\s*(?:\\(\\s*\\))?)*");
    private static final Pattern ANNOTATION = Pattern.compile("@(?!interface\\b)[\\w.]+\\s*(?:\\(\\s*\\))?");

    /** The type around a member. An anonymous one has no name. */
    record Owner(String kind, String name) {}

    boolean isMethod() {
        return signature().find();
    }

    /** Or constants of an enum: they stand where members do, and have no type before their names. */
    boolean isConstructor() {
        return name().equals(owner.name()) || CONSTANTS.matcher(plain(header)).matches();
    }

    boolean isAnnotated(String annotation) {
        return Pattern.compile("@" + annotation + "\\b").matcher(header).find();
    }

    boolean isPrivate() {
        return Pattern.compile("\\bprivate\\b").matcher(header).find();
    }

    /** Its name, or for a field without annotations and modifiers its type and name. */
    String name() {
        Matcher signature = signature();
        return signature.find()
                ? signature.group(1)
                : plain(header)
                        .replaceAll("\\b(?:public|protected|private|static|final|volatile|transient)\\s+", "")
                        .strip();
    }

    /** Each parameter as it is written, but for annotations. */
    List<String> parameters() {
        int close = header.lastIndexOf(')');
        String between = header.substring(opening(header, close) + 1, close);
        List<String> parameters = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < between.length(); at++) {
            char c = between.charAt(at);
            depth += "<([".indexOf(c) >= 0 ? 1 : ">)]".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 0) {
                parameters.add(plain(between.substring(start, at)));
                start = at + 1;
            }
        }
        if (!between.isBlank()) {
            parameters.add(plain(between.substring(start)));
        }
        return parameters;
    }

    private Matcher signature() {
        return SIGNATURE.matcher(plain(header));
    }

    /** The header without annotations and without what stands in parentheses. */
    static String plain(String header) {
        return ANNOTATION.matcher(emptied(header)).replaceAll(" ").strip();
    }

    private static String emptied(String text) {
        StringBuilder emptied = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            depth -= c == ')' ? 1 : 0;
            if (depth == 0) {
                emptied.append(c);
            }
            depth += c == '(' ? 1 : 0;
        }
        return emptied.toString();
    }

    /** Where the parenthesis was opened that is closed at {@code close}. */
    static int opening(String text, int close) {
        int depth = 0;
        for (int at = close; at >= 0; at--) {
            depth += text.charAt(at) == ')' ? 1 : text.charAt(at) == '(' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
