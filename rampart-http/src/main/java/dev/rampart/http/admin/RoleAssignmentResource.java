package dev.rampart.http.admin;

import static dev.rampart.http.admin.RoleShape.ROLES;

import dev.rampart.domain.role.BrowseRoles;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.user.AssignRole;
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
import java.util.function.Function;

/** The roles that people, service accounts and groups were given. */
public final class RoleAssignmentResource implements Routes {

    private static final String ONE = "/{role}";
    private static final Integer[] FORBIDDEN = {403};
    private static final Integer[] LAST_OWNER = {403, 409};

    private final Conventions api;
    private final BrowseRoles browse;
    private final AssignRole assign;

    @Inject
    public RoleAssignmentResource(Conventions api, BrowseRoles browse, AssignRole assign) {
        this.api = api;
        this.browse = browse;
        this.assign = assign;
    }

    /**
     * Who holds roles at a path: their name in operations, and for whoever reads of them.
     *
     * @param own whether the last owner may be among them
     */
    private record Holders(
            String path, String name, String words, boolean own, Function<Call, Optional<RoleHolder>> of) {}

    /** What is done with somebody's role. */
    @FunctionalInterface
    private interface Act {
        AssignRole.Outcome on(AssignRole.Request request);
    }

    @Override
    public List<Route> routes() {
        return AdminRoute.all(List.of(
                routes(new Holders("/users/{user}/roles", "User", "a person", true, Holder::user)),
                routes(new Holders("/clients/{client}/roles", "Client", "a service account", false, Holder::client)),
                routes(new Holders(
                        "/groups/{group}/roles", "Group", "a group and all who are in it", true, Holder::group))));
    }

    private List<Route> routes(Holders holders) {
        Description list = Description.of(
                        "list%sRoles".formatted(holders.name()), "Lists the roles given to " + holders.words())
                .answers(200, ROLES);
        Description give = Description.of(
                        "assign%sRole".formatted(holders.name()), "Gives a role to " + holders.words())
                .refuses(403);
        Description take = Description.of(
                        "withdraw%sRole".formatted(holders.name()), "Takes a role from " + holders.words())
                .refuses(holders.own() ? LAST_OWNER : FORBIDDEN);
        String path = holders.path();
        return AdminRoute.all(List.of(
                AdminRoute.both(
                        "GET",
                        path,
                        Permission.ROLE_READ,
                        api.operation(list, call -> given(call, holders.of().apply(call)))),
                AdminRoute.both(
                        "PUT",
                        path + ONE,
                        Permission.ROLE_ASSIGN,
                        api.operation(give, call -> assigned(call, holders.of().apply(call)))),
                AdminRoute.both(
                        "DELETE",
                        path + ONE,
                        Permission.ROLE_ASSIGN,
                        api.operation(take, call -> withdrawn(call, holders.of().apply(call))))));
    }

    private Response given(Call call, Optional<RoleHolder> holder) {
        return holder.flatMap(whose -> browse.given(call.org(), whose))
                .map(RoleShape::listed)
                .orElseGet(Problems::notThere);
    }

    private Response assigned(Call call, Optional<RoleHolder> holder) {
        return answer(call, holder, request -> assign.assign(call.org(), request));
    }

    private Response withdrawn(Call call, Optional<RoleHolder> holder) {
        return answer(call, holder, request -> assign.withdraw(call.org(), request));
    }

    private static Response answer(Call call, Optional<RoleHolder> holder, Act act) {
        Optional<RoleKey> role = RoleKey.parse(call.request().variable("role"));
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
}
