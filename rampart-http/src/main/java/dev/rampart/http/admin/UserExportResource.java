package dev.rampart.http.admin;

import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.user.ExportUsers;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.http.Parameter;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.bulk.FileFormat;
import dev.rampart.http.bulk.FileWriting;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Problems;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;

/** {@code …/users/export}: everybody there is, in a file that is written as it goes. No password, no hash. */
@Singleton
public final class UserExportResource implements Routes {

    /** Files that a node writes at a time: each holds a worker for as long as its reader takes. */
    private static final int FILES_MAX = 4;

    private static final int FORMAT_MAX = 16;

    private static final Description EXPORT = Description.of("exportUsers", "Writes everybody there is into a file")
            .filteredBy(Parameter.query("format").max(FORMAT_MAX))
            .answersFile(FileFormat.JSON_LINES.contentType(), FileFormat.CSV.contentType())
            .refuses(503);

    private static final Shape WRITTEN = new Shape(
            "UserFileLine",
            UserShape.USER.properties().stream()
                    .filter(property -> property.use() != Property.Use.WRITE_ONLY)
                    .toList());

    private final Conventions api;
    private final ExportUsers exportUsers;
    private final Semaphore turns = new Semaphore(FILES_MAX);

    @Inject
    public UserExportResource(Conventions api, ExportUsers exportUsers) {
        this.api = api;
        this.exportUsers = exportUsers;
    }

    @Override
    public List<Route> routes() {
        return AdminRoute.both("GET", "/users/export", Permission.USER_EXPORT, api.operation(EXPORT, this::write));
    }

    private Response write(Call call) {
        String word = call.request().parameter("format").orElse(FileFormat.JSON_LINES.toString());
        return FileFormat.parse(word)
                .map(format -> write(call, format))
                .orElseGet(() -> Problems.invalid("format", "is not one of " + List.of(FileFormat.values())));
    }

    /** Looked at here, taken when the writing begins: between the two somebody else may come first, and is seen. */
    private Response write(Call call, FileFormat format) {
        if (turns.availablePermits() == 0) {
            return Problems.busy();
        }
        Iterator<Page<ManagedUser>> pages = exportUsers.export(call.org(), call.by());
        return Response.file(format.contentType(), "users." + format, out -> inTurn(out, format, pages));
    }

    private void inTurn(OutputStream out, FileFormat format, Iterator<Page<ManagedUser>> pages) throws IOException {
        if (!turns.tryAcquire()) {
            throw new IOException("too many files are being written");
        }
        try {
            FileWriting writing = new FileWriting(out, format, WRITTEN);
            while (pages.hasNext()) {
                for (ManagedUser user : pages.next().items()) {
                    writing.add(UserShape.shown(user));
                }
                writing.flush();
            }
            writing.flush();
        } finally {
            turns.release();
        }
    }
}
