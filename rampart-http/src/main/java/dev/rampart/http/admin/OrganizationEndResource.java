package dev.rampart.http.admin;

import dev.rampart.domain.organization.EndOrganization;
import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.ManagedOrganization;
import dev.rampart.domain.role.Permission;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Problems;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import jakarta.inject.Inject;
import java.util.List;

/** The end of an organization: deleted first, then erased; and the way back from the one, but not from the other. */
public final class OrganizationEndResource implements Routes {

    private static final Shape ERASURE = Shape.of(
            "Erasure",
            Property.of("slug", Kind.Text.between(1, 63)).asRequired().asWriteOnly());

    private static final String ONE = "/organizations/{organization}";

    private static final Description DELETE = Description.of(
                    "deleteOrganization", "Switches an organization off, and erases it when 30 days have passed")
            .refuses(403, 412);
    private static final Description RESTORE = Description.of(
                    "restoreOrganization", "Takes back that an organization was deleted")
            .answers(200, OrganizationResource.ORGANIZATION)
            .refuses(403, 409, 412);
    private static final Description ERASE = Description.of(
                    "eraseOrganization", "Erases a deleted organization without waiting; names it by its slug")
            .takes(ERASURE)
            .refuses(403, 409, 412);

    private final Conventions api;
    private final EndOrganization end;
    private final Issuer root;

    @Inject
    public OrganizationEndResource(Conventions api, EndOrganization end, Issuer root) {
        this.api = api;
        this.end = end;
        this.root = root;
    }

    @Override
    public List<Route> routes() {
        Permission instance = Permission.ORGANIZATION_CREATE;
        return List.of(
                AdminRoute.ofServer("DELETE", ONE, Permission.ORGANIZATION_DELETE, api.operation(DELETE, this::delete)),
                AdminRoute.ofServer("POST", ONE + "/restore", instance, api.operation(RESTORE, this::restore)),
                AdminRoute.ofServer("POST", ONE + "/erase", instance, api.operation(ERASE, this::erase)));
    }

    private Response delete(Call call) {
        return switch (end.mark(call.org(), request(call))) {
            case EndOrganization.Changed _, EndOrganization.Unchanged _ -> Response.noContent();
            case EndOrganization.Unknown() -> Problems.notThere();
            case EndOrganization.Refused(EndOrganization.Refusal why) -> refused(why);
        };
    }

    private Response restore(Call call) {
        return switch (end.restore(call.org(), request(call))) {
            case EndOrganization.Changed(ManagedOrganization restored) -> shown(call, restored);
            case EndOrganization.Unchanged(ManagedOrganization restored) -> shown(call, restored);
            case EndOrganization.Unknown() -> Problems.notThere();
            case EndOrganization.Refused(EndOrganization.Refusal why) -> refused(why);
        };
    }

    /** What is there vanishes some rows at a time; from now on nobody can take it back. */
    private Response erase(Call call) {
        String slug = call.fields().text("slug").orElseThrow();
        return switch (end.erase(call.org(), slug, request(call))) {
            case EndOrganization.Changed _, EndOrganization.Unchanged _ -> Response.noContent();
            case EndOrganization.Unknown() -> Problems.notThere();
            case EndOrganization.Refused(EndOrganization.Refusal why) -> refused(why);
        };
    }

    private static EndOrganization.Request request(Call call) {
        return new EndOrganization.Request(call.expected(), call.by());
    }

    private Response shown(Call call, ManagedOrganization managed) {
        return call.changed(
                OrganizationResource.shown(managed, root),
                managed.organization().version());
    }

    private static Response refused(EndOrganization.Refusal why) {
        return switch (why) {
            case DEFAULT_STAYS -> Problems.forbidden("The default organization cannot be deleted.");
            case PERMISSION_MISSING -> Problems.forbidden("This takes a permission that you do not hold.");
            case STALE -> Problems.stale();
            case NOT_DELETED -> Problems.conflict("It has not been deleted.");
            case BEING_ERASED -> Problems.conflict("It is being erased already.");
            case ANOTHER_SLUG -> Problems.invalid("/slug", "is not the slug of this organization");
        };
    }
}
