package dev.rampart.http.admin;

import static dev.rampart.http.admin.ImportShape.LINE;
import static dev.rampart.http.admin.ImportShape.REPORT;

import dev.rampart.domain.role.Permission;
import dev.rampart.domain.user.ImportLine;
import dev.rampart.domain.user.ImportUsers;
import dev.rampart.http.Parameter;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.bulk.CsvLines;
import dev.rampart.http.bulk.FileFormat;
import dev.rampart.http.bulk.JsonLines;
import dev.rampart.http.bulk.Lines;
import dev.rampart.http.bulk.Records;
import dev.rampart.http.bulk.Records.Raw;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Problems;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** {@code …/users/import}: many people at once, from a file that is read as it comes. */
@Singleton
public final class UserImportResource implements Routes {

    /** Files that a node reads at a time: each holds a worker and the names that it has read. */
    private static final int FILES_MAX = 2;

    private static final Description IMPORT = Description.of(
                    "importUsers", "Makes people of the lines of a file, and tells of every line that is not right")
            .filteredBy(Parameter.query("dry_run").bool())
            .answers(200, REPORT)
            .refuses(413, 415, 503);

    private final Conventions api;
    private final ImportUsers importUsers;
    private final Semaphore turns = new Semaphore(FILES_MAX);

    @Inject
    public UserImportResource(Conventions api, ImportUsers importUsers) {
        this.api = api;
        this.importUsers = importUsers;
    }

    @Override
    public List<Route> routes() {
        return AdminRoute.both("POST", "/users/import", Permission.USER_IMPORT, api.operation(IMPORT, this::read))
                .stream()
                .map(Route::takesRecords)
                .toList();
    }

    private Response read(Call call) {
        if (!turns.tryAcquire()) {
            return Problems.busy();
        }
        try {
            FileFormat format =
                    FileFormat.of(call.request().header("Content-Type").orElse(""));
            InputStream file = call.request().flow().orElseGet(InputStream::nullInputStream);
            return read(call, new Records(file, format), format);
        } catch (IOException e) {
            throw new UncheckedIOException("the file broke off", e);
        } finally {
            turns.release();
        }
    }

    private Response read(Call call, Records records, FileFormat format) throws IOException {
        return switch (format) {
            case JSON_LINES -> read(call, records, new JsonLines(LINE));
            case CSV -> {
                Optional<Raw> first = records.next();
                if (first.isEmpty()) {
                    yield Problems.invalid("", "has no line that names the columns");
                }
                yield switch (CsvLines.header(first.get().bytes(), LINE)) {
                    case CsvLines.Header.Good(CsvLines lines) -> read(call, records, lines);
                    case CsvLines.Header.Bad(var problems) ->
                        Response.invalid("The line that names the columns is not right: see errors.", problems);
                };
            }
        };
    }

    private Response read(Call call, Records records, Lines lines) {
        boolean dryRun =
                call.request().parameter("dry_run").filter("true"::equals).isPresent();
        ImportReport report = new ImportReport();
        UserFile file = new UserFile(records, lines, report);
        int imported = importUsers.importAll(
                call.org(), file, new ImportUsers.Request(dryRun, call.by(), rejection -> tell(report, rejection)));
        return Response.json(200, report.shown(dryRun, file.read(), imported));
    }

    private static void tell(ImportReport report, ImportLine.Rejection rejection) {
        String pointer = switch (rejection.why()) {
            case DEMAND_FORBIDDEN -> "/password_change_required";
            case EMAIL_ON_EARLIER_LINE, EMAIL_TAKEN -> "/email";
            case HASH_TOO_COSTLY, HASH_UNKNOWN, PASSWORD_FORBIDDEN -> "/password_hash";
            case NAME_TAKEN_MEANWHILE, NO_NAME -> "";
            case ROLES_FORBIDDEN -> "/roles";
            case USERNAME_ON_EARLIER_LINE, USERNAME_TAKEN -> "/username";
        };
        report.add(rejection.line(), pointer, detail(rejection.why()));
    }

    private static String detail(ImportLine.Reason why) {
        return switch (why) {
            case EMAIL_ON_EARLIER_LINE, USERNAME_ON_EARLIER_LINE -> "stands on an earlier line";
            case EMAIL_TAKEN, USERNAME_TAKEN -> "is somebody's already";
            case HASH_TOO_COSTLY -> "would take too much time or memory to compare with";
            case HASH_UNKNOWN -> "is of no form that is known: bcrypt, PBKDF2 and Argon2 are";
            case NAME_TAKEN_MEANWHILE -> "has a username or an email that somebody else took just now";
            case NO_NAME -> "has neither a username nor an email to sign in with";
            case DEMAND_FORBIDDEN, PASSWORD_FORBIDDEN ->
                "takes the permission %s".formatted(Permission.USER_SET_PASSWORD);
            case ROLES_FORBIDDEN -> "has roles that you may not give";
        };
    }
}
