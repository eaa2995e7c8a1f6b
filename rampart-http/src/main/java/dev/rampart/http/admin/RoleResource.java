package dev.rampart.http.admin;

import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.user.AssignRole;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code …/roles}, and the roles of people and service accounts. */
public final class RoleResource implements Routes {

    static final Shape ROLE = Shape.of(
            "Role",
            Property.of("id", Kind.Text.upTo(64)).asReadOnly(),
            Property.of("name", Kind.Text.upTo(64)).asReadOnly(),
            Property.of("built_in", new Kind.Flag()).asReadOnly(),
            Property.of(
                            "permissions",
                            new Kind.ListOf(Kind.Choice.of((Object[]) Permission.values()), Permission.values().length))
                    .asReadOnly());

    private static final Shape ROLES = Shape.of(
            "Roles",
            Property.of("items", new Kind.ListOf(new Kind.ObjectOf(ROLE), Role.values().length))
                    .asReadOnly());

    private static final Description LIST =
            Description.of("listRoles", "Lists the roles there are").answers(200, ROLES);
    private static final Description OF_USER =
            Description.of("listUserRoles", "Lists the roles of a person").answers(200, ROLES);
    private static final Description TO_USER =
            Description.of("assignUserRole", "Gives a person a role").refuses(403);
    private static final Description FROM_USER =
            Description.of("withdrawUserRole", "Takes a role from a person").refuses(403, 409);
    private static final Description OF_CLIENT = Description.of(
                    "listClientRoles", "Lists the roles of a service account")
            .answers(200, ROLES);
    private static final Description TO_CLIENT =
            Description.of("assignClientRole", "Gives a service account a role").refuses(403);
    private static final Description FROM_CLIENT = Description.of(
                    "withdrawClientRole", "Takes a role from a service account")
            .refuses(403);

    private static final String USER = "/users/{user}/roles";
    private static final String CLIENT = "/clients/{client}/roles";
    private static final String ONE = "/{role}";

    private final Conventions api;
    private final AssignRole assign;

    @Inject
    public RoleResource(Conventions api, AssignRole assign) {
        this.api = api;
        this.assign = assign;
    }

    /** What is done with somebody's role. */
    @FunctionalInterface
    private interface Act {
        AssignRole.Outcome on(AssignRole.Request request);
    }

    @Override
    public List<Route> routes() {
        Permission read = Permission.ROLE_READ;
        Permission write = Permission.ROLE_ASSIGN;
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", "/roles", read, api.operation(LIST, _ -> shown(List.of(Role.values())))),
                AdminRoute.both("GET", USER, read, api.operation(OF_USER, call -> held(call, user(call)))),
                AdminRoute.both("PUT", USER + ONE, write, api.operation(TO_USER, call -> assigned(call, user(call)))),
                AdminRoute.both(
                        "DELETE", USER + ONE, write, api.operation(FROM_USER, call -> withdrawn(call, user(call)))),
                AdminRoute.both("GET", CLIENT, read, api.operation(OF_CLIENT, call -> held(call, client(call)))),
                AdminRoute.both(
                        "PUT", CLIENT + ONE, write, api.operation(TO_CLIENT, call -> assigned(call, client(call)))),
                AdminRoute.both(
                        "DELETE",
                        CLIENT + ONE,
                        write,
                        api.operation(FROM_CLIENT, call -> withdrawn(call, client(call))))));
    }

    private static Optional<RoleHolder> user(Call call) {
        return call.id("user").map(UUID::toString).map(id -> new RoleHolder(RoleHolder.Kind.USER, id));
    }

    private static Optional<RoleHolder> client(Call call) {
        return Optional.of(new RoleHolder(RoleHolder.Kind.CLIENT, call.request().variable("client")));
    }

    private Response held(Call call, Optional<RoleHolder> holder) {
        return holder.flatMap(whose -> assign.roles(call.org(), whose))
                .map(RoleResource::shown)
                .orElseGet(Problems::notThere);
    }

    private Response assigned(Call call, Optional<RoleHolder> holder) {
        return answer(call, holder, request -> assign.assign(call.org(), request));
    }

    private Response withdrawn(Call call, Optional<RoleHolder> holder) {
        return answer(call, holder, request -> assign.withdraw(call.org(), request));
    }

    private static Response answer(Call call, Optional<RoleHolder> holder, Act act) {
        Optional<Role> role = Role.parse(call.request().variable("role"));
        if (holder.isEmpty() || role.isEmpty()) {
            return Problems.notThere();
        }
        AssignRole.Request request = new AssignRole.Request(
                holder.get(), role.get(), call.request().tenant().slug(), call.by());
        return switch (act.on(request)) {
            case DONE -> Response.noContent();
            case UNKNOWN -> Problems.notThere();
            case DEFAULT_ORGANIZATION_ONLY -> Problems.forbidden("This role is for the default organization only.");
            case LAST_OWNER -> Problems.conflict("Nobody would be left to own the organization.");
            case MAY_DO_MORE -> Problems.forbidden("This role may do more than you.");
        };
    }

    private static Response shown(Collection<Role> roles) {
        return Response.json(
                200,
                Map.of("items", roles.stream().sorted().map(RoleResource::shown).toList()));
    }

    private static Map<String, Object> shown(Role role) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", role.toString());
        members.put("name", role.toString());
        members.put("built_in", true);
        members.put(
                "permissions",
                Arrays.stream(Permission.values())
                        .filter(role.permissions()::contains)
                        .map(Permission::toString)
                        .toList());
        return members;
    }
}
