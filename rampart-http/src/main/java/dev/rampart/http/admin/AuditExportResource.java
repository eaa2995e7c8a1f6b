package dev.rampart.http.admin;

import dev.rampart.domain.audit.ExportAuditTrail;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.role.Permission;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.bulk.FileFormat;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code …/audit-events/export}: what a search of the audit log finds, in a file that is written as it goes. */
@Singleton
public final class AuditExportResource implements Routes {

    private static final Description EXPORT = Description.of(
                    "exportAuditEvents",
                    "Writes what a search of the audit log finds into a file, the oldest first, up to the instant at"
                            + " which it is asked for")
            .filteredBy(AuditFilter.parameters())
            .answersFile(FileFormat.JSON_LINES.contentType())
            .refuses(503);

    private final Conventions api;
    private final ExportAuditTrail trail;
    private final OutgoingFiles files = new OutgoingFiles(AuditEventShape.EVENT);

    @Inject
    public AuditExportResource(Conventions api, ExportAuditTrail trail) {
        this.api = api;
        this.trail = trail;
    }

    @Override
    public List<Route> routes() {
        return AdminRoute.both(
                "GET", "/audit-events/export", Permission.AUDIT_READ, api.operation(EXPORT, this::write));
    }

    private Response write(Call call) {
        Tenant tenant = call.request().tenant();
        return AuditFilter.problem(call.request())
                .orElseGet(() -> files.write(
                        FileFormat.JSON_LINES,
                        "audit-events",
                        () -> trail.export(
                                call.org(),
                                AuditFilter.of(call.request()),
                                call.by().cause()),
                        event -> AuditEventShape.shown(tenant, event)));
    }
}
