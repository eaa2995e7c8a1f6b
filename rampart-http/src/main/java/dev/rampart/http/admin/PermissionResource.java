package dev.rampart.http.admin;

import dev.rampart.domain.role.BrowseRoles;
import dev.rampart.domain.role.HeldRole;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.http.Parameter;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code …/permissions}: what somebody may do, and why. */
public final class PermissionResource implements Routes {

    private static final int NAME_MAX = 128;
    private static final int MANY = 10_000;

    private static final Shape NAMED = Shape.of(
            "NamedReference",
            Property.of("id", Kind.Text.upTo(NAME_MAX)).asReadOnly(),
            Property.of("name", Kind.Text.upTo(NAME_MAX)).asReadOnly());
    private static final Shape WAY = Shape.of(
            "PermissionWay",
            Property.of("role", new Kind.ObjectOf(NAMED)).asReadOnly(),
            Property.of("groups", new Kind.ListOf(new Kind.ObjectOf(NAMED), MANY))
                    .asReadOnly());
    private static final Shape PERMISSION = Shape.of(
            "HeldPermission",
            Property.of("permission", Kind.Choice.of((Object[]) Permission.values()))
                    .asReadOnly(),
            Property.of("granted", new Kind.Flag()).asReadOnly(),
            Property.of("via", new Kind.ListOf(new Kind.ObjectOf(WAY), MANY)).asReadOnly());
    private static final Shape PERMISSIONS = Shape.of(
            "HeldPermissions",
            Property.of("items", new Kind.ListOf(new Kind.ObjectOf(PERMISSION), Permission.values().length))
                    .asReadOnly());

    private static final String FILTER = "permission";

    private final Conventions api;
    private final BrowseRoles browse;

    @Inject
    public PermissionResource(Conventions api, BrowseRoles browse) {
        this.api = api;
        this.browse = browse;
    }

    @Override
    public List<Route> routes() {
        return AdminRoute.all(List.of(
                AdminRoute.both(
                        "GET",
                        "/users/{user}/permissions",
                        Permission.ROLE_READ,
                        api.operation(description("User", "a person"), call -> explained(call, Holder.user(call)))),
                AdminRoute.both(
                        "GET",
                        "/clients/{client}/permissions",
                        Permission.ROLE_READ,
                        api.operation(
                                description("Client", "a service account"),
                                call -> explained(call, Holder.client(call))))));
    }

    private static Description description(String name, String words) {
        return Description.of(
                        "explain%sPermissions".formatted(name),
                        "Tells what %s may do, by which roles and through which groups".formatted(words))
                .answers(200, PERMISSIONS)
                .filteredBy(Parameter.query(FILTER).max(NAME_MAX));
    }

    private Response explained(Call call, Optional<RoleHolder> holder) {
        Optional<String> asked = call.request().parameter(FILTER);
        Optional<Permission> one = asked.flatMap(Permission::parse);
        if (asked.isPresent() && one.isEmpty()) {
            return Response.problem(400, "That is no permission", "There is no permission of this name.");
        }
        return holder.flatMap(whose -> browse.ways(call.org(), whose))
                .map(ways -> answer(ways, one))
                .orElseGet(Problems::notThere);
    }

    /** Of the one permission that was asked for whether it is held; else all that are. */
    private static Response answer(List<HeldRole> ways, Optional<Permission> one) {
        List<Map<String, Object>> items = one
                .map(List::of)
                .orElseGet(() -> Arrays.stream(Permission.values())
                        .filter(permission -> ways.stream().anyMatch(way -> gives(way, permission)))
                        .toList())
                .stream()
                .map(permission -> shown(permission, ways))
                .toList();
        return Response.json(200, Map.of("items", items));
    }

    private static boolean gives(HeldRole way, Permission permission) {
        return way.rights().permissions().contains(permission);
    }

    private static Map<String, Object> shown(Permission permission, List<HeldRole> ways) {
        List<Map<String, Object>> via = ways.stream()
                .filter(way -> gives(way, permission))
                .map(PermissionResource::shown)
                .toList();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(FILTER, permission.toString());
        members.put("granted", !via.isEmpty());
        members.put("via", via);
        return members;
    }

    private static Map<String, Object> shown(HeldRole way) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("role", named(way.role().toString(), way.name()));
        members.put(
                "groups",
                way.through().stream()
                        .map(group -> named(group.id(), group.name()))
                        .toList());
        return members;
    }

    private static Map<String, Object> named(String id, String name) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("name", name);
        return members;
    }
}
