package dev.rampart.http.admin;

import static dev.rampart.http.admin.RoleShape.ROLE;
import static dev.rampart.http.admin.RoleShape.ROLES;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.role.AdministerRole;
import dev.rampart.domain.role.BrowseRoles;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.role.RoleSet;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Problems;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code …/roles}: the roles there are, and those that an organization makes for itself. */
public final class RoleResource implements Routes {

    private static final Description LIST =
            Description.of("listRoles", "Lists the roles there are").answers(200, ROLES);
    private static final Description CREATE = Description.of("createRole", "Makes a role")
            .takes(ROLE)
            .answers(201, ROLE)
            .refuses(403, 409);
    private static final Description READ =
            Description.of("readRole", "Reads a role").answers(200, ROLE).tagged();
    private static final Description CHANGE = Description.of("changeRole", "Changes a role, for everybody who holds it")
            .takes(ROLE)
            .answers(200, ROLE)
            .refuses(403, 409, 412);
    private static final Description DELETE = Description.of(
                    "deleteRole", "Removes a role, and takes it from everybody who holds it")
            .refuses(403, 412);

    private static final String ONE = "/roles/{role}";

    private final Conventions api;
    private final BrowseRoles browse;
    private final AdministerRole administer;

    @Inject
    public RoleResource(Conventions api, BrowseRoles browse, AdministerRole administer) {
        this.api = api;
        this.browse = browse;
        this.administer = administer;
    }

    @Override
    public List<Route> routes() {
        Permission read = Permission.ROLE_READ;
        Permission write = Permission.ROLE_WRITE;
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", "/roles", read, api.operation(LIST, this::list)),
                AdminRoute.both("POST", "/roles", write, api.operation(CREATE, this::create)),
                AdminRoute.both("GET", ONE, read, api.operation(READ, this::read)),
                AdminRoute.both("PATCH", ONE, write, api.operation(CHANGE, this::change)),
                AdminRoute.both("DELETE", ONE, write, api.operation(DELETE, this::delete))));
    }

    private Response list(Call call) {
        return RoleShape.listed(new RoleSet(Set.of(Role.values()), browse.own(call.org())));
    }

    private Response read(Call call) {
        return switch (key(call).orElse(null)) {
            case null -> Problems.notThere();
            case Role role -> call.shown(RoleShape.shown(role), 1);
            case OwnRoleId id ->
                browse.find(call.org(), id)
                        .map(found -> call.shown(RoleShape.shown(found), found.version()))
                        .orElseGet(Problems::notThere);
        };
    }

    private Response create(Call call) {
        return answer(
                administer.create(call.org(), blank -> RoleShape.merged(call.fields(), blank), by(call)),
                made -> call.created(made.id().toString(), RoleShape.shown(made)));
    }

    private Response change(Call call) {
        return which(call)
                .map(which -> administer.change(
                        call.org(), which, before -> RoleShape.merged(call.fields(), before), by(call)))
                .map(outcome -> answer(outcome, changed -> call.changed(RoleShape.shown(changed), changed.version())))
                .orElseGet(Problems::notThere);
    }

    private Response delete(Call call) {
        return which(call)
                .map(which -> administer.remove(call.org(), which, by(call)))
                .map(outcome -> answer(outcome, _ -> Response.noContent()))
                .orElseGet(Problems::notThere);
    }

    private static Response answer(AdministerRole.Outcome outcome, Function<OwnRole, Response> done) {
        return switch (outcome) {
            case AdministerRole.Done(OwnRole role) -> done.apply(role);
            case AdministerRole.Removed() -> Response.noContent();
            case AdministerRole.Unknown() -> Problems.notThere();
            case AdministerRole.Stale() -> Problems.stale();
            case AdministerRole.Refused(AdministerRole.Refusal why) -> refused(why);
        };
    }

    private static Response refused(AdministerRole.Refusal why) {
        return switch (why) {
            case BUILT_IN -> Problems.forbidden("A built-in role is the same everywhere and cannot be changed.");
            case DEFAULT_ORGANIZATION_ONLY ->
                Problems.forbidden("The permission %s is for roles of the default organization only."
                        .formatted(Permission.ORGANIZATION_CREATE));
            case MAY_DO_MORE -> Problems.forbidden("This role may do more than you.");
            case NAME_TAKEN -> Problems.conflict("There is a role of this name.");
            case TOO_MANY -> Problems.conflict("There are %d roles already.".formatted(OwnRole.MAX));
        };
    }

    private static Optional<RoleKey> key(Call call) {
        return RoleKey.parse(call.request().variable("role"));
    }

    private static Optional<AdministerRole.Which> which(Call call) {
        return key(call).map(key -> new AdministerRole.Which(key, call.expected()));
    }

    private static AdministerRole.By by(Call call) {
        return new AdministerRole.By(call.by(), call.request().tenant().slug().equals(OrgSlug.DEFAULT));
    }
}
