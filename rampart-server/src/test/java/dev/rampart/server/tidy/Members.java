package dev.rampart.server.tidy;

import dev.rampart.server.tidy.Member.Owner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the members of the types in a file by counting braces, in code that has no comments or literals any more. */
final class Members {

    private static final Pattern TYPE = Pattern.compile("(?:^|\\s|@)(class|interface|enum|record)\\s+([A-Z]\\w*)");
    private static final Pattern ENUM_CONSTANT = Pattern.compile("(?s)(?:.*,)?\\s*[A-Z][A-Z0-9_]*\\s*(?:\\(\\s*\\))?");
    private static final Pattern CASE = Pattern.compile("(?s)(?:.*\\s)?(?:case\\s.*|default\\s*)->");
    private static final Pattern NEW = Pattern.compile("(?s).*\\bnew\\s+[\\w.]+(?:<.*>)?\\s*");

    private final String code;
    private final List<Member> found = new ArrayList<>();
    private final Deque<Block> open = new ArrayDeque<>();
    private int start;
    private int parentheses;

    private Members(String code) {
        this.code = code;
    }

    static List<Member> of(String code) {
        Members members = new Members(code);
        for (int at = 0; at < code.length(); at++) {
            members.read(at);
        }
        return members.found;
    }

    private enum Kind {
        TYPE,
        MEMBER,
        /** Counts as one level of nesting. */
        STATEMENT,
        /** A branch of a switch: its level is the switch's. */
        BRANCH,
        /** The values of an array, an annotation or a field: what was being declared goes on after it. */
        VALUE
    }

    /** What has been opened and not yet closed; {@code start} and {@code parentheses} as they were outside. */
    private record Block(Kind kind, String header, Owner owner, int start, int parentheses, Depth deepest) {}

    /** How deep a member is, as far as it has been read. */
    private static final class Depth {

        private int levels;
    }

    private void read(int at) {
        switch (code.charAt(at)) {
            case '(' -> parentheses++;
            case ')' -> parentheses--;
            case '{' -> opens(at);
            case '}' -> closes(at);
            case ';' -> ends(at);
            default -> {
                // Part of a header.
            }
        }
    }

    private void opens(int at) {
        String header = code.substring(start, at).strip();
        Kind kind = kind(header);
        open.push(new Block(kind, header, owner(header, kind), start, parentheses, new Depth()));
        if (kind == Kind.STATEMENT) {
            deepen();
        }
        parentheses = 0;
        start = at + 1;
    }

    /** Tells the member around how deep it is by now. */
    private void deepen() {
        int depth = 0;
        for (Block block : open) {
            depth += block.kind() == Kind.STATEMENT ? 1 : 0;
            if (block.kind() == Kind.MEMBER) {
                block.deepest().levels = Math.max(block.deepest().levels, depth);
            }
            if (block.kind() == Kind.MEMBER || block.kind() == Kind.TYPE) {
                return;
            }
        }
    }

    private void closes(int at) {
        if (open.isEmpty()) {
            return;
        }
        Block closed = open.pop();
        parentheses = closed.parentheses();
        start = closed.kind() == Kind.VALUE ? closed.start() : at + 1;
        if (closed.kind() == Kind.MEMBER) {
            add(closed, at);
        }
    }

    private void add(Block body, int end) {
        int begin = body.start()
                + code.substring(body.start()).indexOf(body.header())
                + body.header().length();
        int first = line(begin);
        found.add(new Member(body.owner(), body.header(), first, line(end) - first + 1, body.deepest().levels));
    }

    /** A member without a body, or one of the semicolons inside a for. */
    private void ends(int at) {
        String header = code.substring(start, at).strip();
        if (parentheses == 0 && directlyInAType() && !header.isEmpty()) {
            int value = Member.plain(header).indexOf('=') < 0 ? header.length() : header.indexOf('=');
            found.add(new Member(open.element().owner(), header.substring(0, value), line(at), 1, 0));
        }
        start = at + 1;
    }

    private Kind kind(String header) {
        String plain = Member.plain(header);
        if (isAnonymous(header) || TYPE.matcher(plain).find()) {
            return Kind.TYPE;
        }
        if (directlyInAType() && parentheses == 0) {
            return plain.indexOf('=') >= 0
                    ? Kind.VALUE
                    : ENUM_CONSTANT.matcher(plain).matches() ? Kind.TYPE : Kind.MEMBER;
        }
        boolean inValue = !open.isEmpty() && open.element().kind() == Kind.VALUE;
        if (header.matches("(?s).*[=,(\\]]") || (header.isEmpty() && inValue)) {
            return Kind.VALUE;
        }
        return CASE.matcher(header).matches() ? Kind.BRANCH : Kind.STATEMENT;
    }

    private static boolean isAnonymous(String header) {
        return header.endsWith(")")
                && NEW.matcher(header.substring(0, Math.max(0, Member.opening(header, header.length() - 1))))
                        .matches();
    }

    private boolean directlyInAType() {
        return !open.isEmpty() && open.element().kind() == Kind.TYPE;
    }

    private Owner owner(String header, Kind kind) {
        if (kind != Kind.TYPE) {
            return open.isEmpty() ? new Owner("", "") : open.element().owner();
        }
        Matcher type = TYPE.matcher(Member.plain(header));
        return type.find() ? new Owner(type.group(1), type.group(2)) : new Owner("class", "");
    }

    private int line(int at) {
        return 1 + (int) code.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
