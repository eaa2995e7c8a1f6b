package dev.rampart.http.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is told of a file, gathered while it is read. Of one thread. */
final class ImportReport {

    /** So many are told one by one; of the rest, that there are more. */
    static final int ERRORS_MAX = 1000;

    private final List<Problem> problems = new ArrayList<>();
    private final Set<Long> rejected = new HashSet<>();
    private boolean truncated;

    private record Problem(long line, String pointer, String detail) {}

    void add(long line, String pointer, String detail) {
        rejected.add(line);
        if (problems.size() < ERRORS_MAX) {
            problems.add(new Problem(line, pointer, detail));
        } else {
            truncated = true;
        }
    }

    /** All of it. */
    Map<String, Object> shown(boolean dryRun, long read, int imported) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("dry_run", dryRun);
        members.put("read", read);
        members.put("imported", imported);
        members.put("rejected", rejected.size());
        members.put(
                "errors",
                problems.stream()
                        .sorted(Comparator.comparingLong(Problem::line))
                        .toList());
        members.put("errors_truncated", truncated);
        return members;
    }
}
