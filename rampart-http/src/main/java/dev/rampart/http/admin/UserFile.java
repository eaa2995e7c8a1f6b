package dev.rampart.http.admin;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.user.ImportLine;
import dev.rampart.http.bulk.Lines;
import dev.rampart.http.bulk.Records;
import dev.rampart.http.bulk.Records.Raw;
import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.BodyTooLongException;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of a file, as far as their lines are written rightly; of the others the report tells. Read once. */
final class UserFile implements Iterator<ImportLine> {

    /** People in one file. */
    static final int LINES_MAX = 100_000;

    private final Records records;
    private final Lines lines;
    private final ImportReport report;
    private @Nullable ImportLine next;
    private boolean ended;
    private long read;
    private long lastLine;

    UserFile(Records records, Lines lines, ImportReport report) {
        this.records = records;
        this.lines = lines;
        this.report = report;
    }

    /** How many lines have been read, good or bad. */
    long read() {
        return read;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            Optional<Raw> raw = raw();
            ended = raw.isEmpty();
            next = raw.flatMap(this::parsed).orElse(null);
        }
        return next != null;
    }

    @Override
    public ImportLine next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        ImportLine line = next;
        next = null;
        return line;
    }

    private Optional<Raw> raw() {
        try {
            Optional<Raw> raw = records.next();
            if (raw.isPresent() && read == LINES_MAX) {
                report.add(
                        raw.get().line(),
                        "",
                        "is one too many: what follows %d lines is not read".formatted(LINES_MAX));
                return Optional.empty();
            }
            read += raw.isPresent() ? 1 : 0;
            lastLine = raw.map(Raw::line).orElse(lastLine);
            return raw;
        } catch (BodyTooLongException e) {
            report.add(lastLine + 1, "", "is where the file became too long: what follows is not read");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the file broke off behind line " + lastLine, e);
        }
    }

    private Optional<ImportLine> parsed(Raw raw) {
        if (raw.tooLong()) {
            report.add(raw.line(), "", "is longer than %d bytes".formatted(Records.BYTES_MAX));
            return Optional.empty();
        }
        Reading reading = new Reading(true);
        Fields fields = lines.read(raw.bytes(), reading);
        List<Body.Field> problems = reading.problems();
        problems.forEach(problem -> report.add(raw.line(), problem.pointer(), problem.detail()));
        if (fields.has("password")) {
            report.add(raw.line(), "/password", "is not taken from files: send its password_hash");
            return Optional.empty();
        }
        return problems.isEmpty() ? Optional.of(line(raw.line(), fields)) : Optional.empty();
    }

    private static ImportLine line(long number, Fields fields) {
        return new ImportLine(
                number,
                blank -> UserShape.merged(fields, blank),
                fields.text("password_hash").map(PasswordHash::new),
                fields.texts("roles").stream()
                        .map(Role::parse)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }
}
