package dev.rampart.server.tidy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java file seen twice: its code without comments and literals, and its comments alone.
 *
 * <p>What is left out is replaced by spaces, so that every character keeps its line and column.
 */
record SourceText(String code, String comments) {

    private static final String COMMENT = "//[^\\n]*|/\\*[\\s\\S]*?\\*/";
    private static final String TEXT_BLOCK = "\"\"\"(?:[^\"\\\\]++|\\\\[\\s\\S]|\"(?!\"\"))*+\"\"\"";
    private static final String STRING = "\"(?:[^\"\\\\\\n]++|\\\\.)*+\"";
    private static final String CHARACTER = "'(?:[^'\\\\\\n]++|\\\\.)*+'";

    /** Whichever begins first hides the others: a quote in a comment opens nothing, nor does a slash in a string. */
    private static final Pattern NOT_CODE =
            Pattern.compile("(?<comment>" + COMMENT + ")|" + TEXT_BLOCK + "|" + STRING + "|" + CHARACTER);

    static SourceText of(String text) {
        StringBuilder code = new StringBuilder(text);
        StringBuilder comments = new StringBuilder(blank(text));
        Matcher found = NOT_CODE.matcher(text);
        while (found.find()) {
            code.replace(found.start(), found.end(), blank(found.group()));
            if (found.group("comment") != null) {
                comments.replace(found.start(), found.end(), found.group());
            }
        }
        return new SourceText(code.toString(), comments.toString());
    }

    /** Of the same length: half a surrogate pair is a place of its own, which a pattern would not see. */
    private static String blank(String text) {
        StringBuilder blank = new StringBuilder(text.length());
        text.chars().forEach(c -> blank.append(c == '\n' ? '\n' : ' '));
        return blank.toString();
    }
}
