package dev.rampart.http.admin;

import dev.rampart.domain.role.Permission;
import dev.rampart.domain.user.ExportUsers;
import dev.rampart.http.Parameter;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.bulk.FileFormat;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Problems;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code …/users/export}: everybody there is, in a file that is written as it goes. No password, no hash. */
@Singleton
public final class UserExportResource implements Routes {

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
    private final OutgoingFiles files = new OutgoingFiles(WRITTEN);

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

    private Response write(Call call, FileFormat format) {
        return files.write(format, "users", () -> exportUsers.export(call.org(), call.by()), UserShape::shown);
    }
}
