package dev.rampart.server.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The limits of one Java file, each with the reason that its message gives. */
public final class JavaRules {

    static final int FILE_LINES = 250;
    static final int TEST_FILE_LINES = 400;
    static final int METHOD_LINES = 40;
    static final int PARAMETERS = 4;
    static final int NESTING = 3;
    static final int COLUMNS = 120;

    /**
     * Who speaks to a person at a terminal: the command line, the programs of the build, and what starts the server.
     */
    private static final Set<String> MAY_PRINT = Set.of(
            "rampart-cli/src/main/",
            "/src/boot/",
            "/src/codegen/",
            "rampart-server/src/main/java/dev/rampart/server/Main");

    private static final Pattern PRINTS = Pattern.compile("\\bSystem\\s*\\.\\s*out\\b");
    private static final Pattern WILDCARD = Pattern.compile("(?m)^import .*\\*;");
    private static final Pattern SUPPRESSED = Pattern.compile("@SuppressWarnings\\b");
    private static final Pattern TODO = Pattern.compile("\\bTODO\\b(?!\\s*\\(?#\\d)");
    private static final Pattern FIXME = Pattern.compile("\\bFIXME\\b");
    private static final Pattern OPTIONAL =
            Pattern.compile("^(?:final\\s+)?(?:java\\.util\\.)?Optional(?:Int|Long|Double)?\\b.*", Pattern.DOTALL);

    private final String path;
    private final String text;
    private final SourceText source;
    private final List<String> problems = new ArrayList<>();

    private JavaRules(String path, String text) {
        this.path = path;
        this.text = text;
        this.source = SourceText.of(text);
    }

    /** What is wrong with a file, one line each, with place and reason. Nothing, mostly. */
    public static List<String> problems(String path, String text) {
        JavaRules rules = new JavaRules(path, text);
        rules.judgeLines();
        rules.judgeWords();
        Members.of(rules.source.code()).forEach(rules::judge);
        return rules.problems;
    }

    private void judgeLines() {
        List<String> lines = text.lines().toList();
        List<String> code = source.code().lines().toList();
        int most = path.contains("/src/test/") ? TEST_FILE_LINES : FILE_LINES;
        if (lines.size() > most) {
            problem(
                    lines.size(),
                    "the file has more than " + most + " lines: when it does not fit, the idea is not finished");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > COLUMNS) {
                problem(i + 1, "the line has more than " + COLUMNS + " characters: two files must fit side by side");
            }
            if (SUPPRESSED.matcher(code.get(i)).find() && !isExplained(i)) {
                problem(i + 1, "@SuppressWarnings without a comment beside it: say why the compiler is wrong here");
            }
        }
    }

    /** By a comment on the same line or on the one above. */
    private boolean isExplained(int line) {
        List<String> comments = source.comments().lines().toList();
        return !comments.get(line).isBlank()
                || (line > 0 && comments.get(line - 1).contains("//"));
    }

    private void judgeWords() {
        all(WILDCARD, source.code(), "an import of everything: a reader cannot see where a name comes from");
        all(TODO, source.comments(), "TODO without an issue's number: nobody will find it again (write TODO #12)");
        all(FIXME, source.comments(), "FIXME: what is broken is repaired before it is committed");
        if (MAY_PRINT.stream().noneMatch(path::contains)) {
            all(
                    PRINTS,
                    source.code(),
                    "System.out: an operator reads the log, which has levels, times and request ids");
        }
    }

    private void judge(Member member) {
        if (!member.isMethod()) {
            judgeField(member);
            return;
        }
        String name = member.name();
        if (member.lines() > METHOD_LINES) {
            problem(member.line(), name + " has more than " + METHOD_LINES + " lines: a method is read on one screen");
        }
        if (member.nesting() > NESTING) {
            problem(member.line(), name + " nests deeper than " + NESTING + ": each level is a condition to remember");
        }
        judgeParameters(member, name);
    }

    /** Constructors are called by the wiring, not by people, and an overridden signature was decided elsewhere. */
    private void judgeParameters(Member member, String name) {
        if (member.isAnnotated("Override")) {
            return;
        }
        List<String> parameters = member.parameters();
        if (parameters.size() > PARAMETERS && !member.isConstructor() && !member.isAnnotated("Provides")) {
            problem(
                    member.line(),
                    name + " takes more than " + PARAMETERS + " arguments: what belongs together is a record");
        }
        boolean port = member.owner().kind().equals("interface");
        if (!port
                && !member.isPrivate()
                && parameters.stream().anyMatch(p -> OPTIONAL.matcher(p).matches())) {
            problem(member.line(), name + " takes an Optional: two methods, or a type of its own, say it better");
        }
    }

    private void judgeField(Member member) {
        if (OPTIONAL.matcher(member.name()).matches()) {
            problem(
                    member.line(),
                    "a field is Optional: what may be absent deserves a type that says so, or two types");
        }
    }

    private void all(Pattern forbidden, String where, String reason) {
        for (MatchResult match : forbidden.matcher(where).results().toList()) {
            long before = where.substring(0, match.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            problem(1 + (int) before, reason);
        }
    }

    private void problem(int line, String reason) {
        problems.add(path + ":" + line + ": " + reason);
    }
}
