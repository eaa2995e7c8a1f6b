package dev.rampart.http.admin;

import static dev.rampart.http.admin.GroupShape.GROUP;
import static dev.rampart.http.admin.GroupShape.MEMBER;

import dev.rampart.domain.group.AdministerGroup;
import dev.rampart.domain.group.BrowseGroups;
import dev.rampart.domain.group.ChangeMembers;
import dev.rampart.domain.group.Group;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.group.GroupOutcome;
import dev.rampart.domain.group.GroupRefusal;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.RoleHolder;
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

/** {@code …/groups}: groups, one in another, and who is in them. */
public final class GroupResource implements Routes {

    private static final Description LIST = Description.of(
                    "listGroups", "Lists groups, or those with names that begin with q")
            .searchable()
            .lists(GROUP);
    private static final Description CREATE = Description.of("createGroup", "Makes a group")
            .takes(GROUP)
            .answers(201, GROUP)
            .refuses(403, 409);
    private static final Description READ =
            Description.of("readGroup", "Reads a group").answers(200, GROUP).tagged();
    private static final Description CHANGE = Description.of("changeGroup", "Changes a group, or puts it into another")
            .takes(GROUP)
            .answers(200, GROUP)
            .refuses(403, 409, 412);
    private static final Description DELETE = Description.of(
                    "deleteGroup", "Removes a group that no other is in; its members lose its roles")
            .refuses(403, 409, 412);
    private static final Description MEMBERS =
            Description.of("listGroupMembers", "Lists who is in a group itself").lists(MEMBER);
    private static final Description ADD_USER =
            Description.of("addGroupUser", "Puts a person into a group").refuses(403);
    private static final Description REMOVE_USER =
            Description.of("removeGroupUser", "Takes a person out of a group").refuses(403, 409);
    private static final Description ADD_CLIENT = Description.of(
                    "addGroupClient", "Puts a service account into a group")
            .refuses(403);
    private static final Description REMOVE_CLIENT = Description.of(
                    "removeGroupClient", "Takes a service account out of a group")
            .refuses(403);

    private static final String ONE = "/groups/{group}";
    private static final String OF_ONE = ONE + "/members";
    private static final String USER = OF_ONE + "/users/{user}";
    private static final String CLIENT = OF_ONE + "/clients/{client}";

    private final Conventions api;
    private final BrowseGroups browse;
    private final AdministerGroup administer;
    private final ChangeMembers members;

    @Inject
    public GroupResource(Conventions api, BrowseGroups browse, AdministerGroup administer, ChangeMembers members) {
        this.api = api;
        this.browse = browse;
        this.administer = administer;
        this.members = members;
    }

    @Override
    public List<Route> routes() {
        Permission read = Permission.GROUP_READ;
        Permission write = Permission.GROUP_WRITE;
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", "/groups", read, api.operation(LIST, this::list)),
                AdminRoute.both("POST", "/groups", write, api.operation(CREATE, this::create)),
                AdminRoute.both("GET", ONE, read, api.operation(READ, this::read)),
                AdminRoute.both("PATCH", ONE, write, api.operation(CHANGE, this::change)),
                AdminRoute.both("DELETE", ONE, write, api.operation(DELETE, this::delete)),
                AdminRoute.both("GET", OF_ONE, read, api.operation(MEMBERS, this::listMembers)),
                AdminRoute.both("PUT", USER, write, api.operation(ADD_USER, call -> added(call, Holder.user(call)))),
                AdminRoute.both(
                        "DELETE", USER, write, api.operation(REMOVE_USER, call -> removed(call, Holder.user(call)))),
                AdminRoute.both(
                        "PUT", CLIENT, write, api.operation(ADD_CLIENT, call -> added(call, Holder.client(call)))),
                AdminRoute.both(
                        "DELETE",
                        CLIENT,
                        write,
                        api.operation(REMOVE_CLIENT, call -> removed(call, Holder.client(call))))));
    }

    private Response list(Call call) {
        return call.listed(browse.page(call.org(), call.page()), GroupShape::shown);
    }

    private Response read(Call call) {
        return id(call).flatMap(id -> browse.find(call.org(), id))
                .map(found -> call.shown(GroupShape.shown(found), found.version()))
                .orElseGet(Problems::notThere);
    }

    private Response create(Call call) {
        return answer(
                administer.create(call.org(), blank -> GroupShape.merged(call.fields(), blank), call.by()),
                made -> call.created(made.id().toString(), GroupShape.shown(made)));
    }

    private Response change(Call call) {
        return request(call)
                .map(request ->
                        administer.change(call.org(), request, before -> GroupShape.merged(call.fields(), before)))
                .map(outcome -> answer(outcome, changed -> call.changed(GroupShape.shown(changed), changed.version())))
                .orElseGet(Problems::notThere);
    }

    private Response delete(Call call) {
        return request(call)
                .map(request -> administer.remove(call.org(), request))
                .map(outcome -> answer(outcome, _ -> Response.noContent()))
                .orElseGet(Problems::notThere);
    }

    private Response listMembers(Call call) {
        return id(call).flatMap(id -> browse.members(call.org(), id, call.page()))
                .map(page -> call.listed(page, GroupShape::shown))
                .orElseGet(Problems::notThere);
    }

    private Response added(Call call, Optional<RoleHolder> member) {
        return membership(call, member)
                .map(request -> members.add(call.org(), request))
                .map(outcome -> answer(outcome, _ -> Response.noContent()))
                .orElseGet(Problems::notThere);
    }

    private Response removed(Call call, Optional<RoleHolder> member) {
        return membership(call, member)
                .map(request -> members.remove(call.org(), request))
                .map(outcome -> answer(outcome, _ -> Response.noContent()))
                .orElseGet(Problems::notThere);
    }

    private static Response answer(GroupOutcome outcome, Function<Group, Response> done) {
        return switch (outcome) {
            case GroupOutcome.Done(Group group) -> done.apply(group);
            case GroupOutcome.Removed() -> Response.noContent();
            case GroupOutcome.Unknown() -> Problems.notThere();
            case GroupOutcome.Stale() -> Problems.stale();
            case GroupOutcome.Refused(GroupRefusal why) -> refused(why);
        };
    }

    private static Response refused(GroupRefusal why) {
        return switch (why) {
            case CIRCLE -> Problems.conflict("The group would be in itself.");
            case HOLDS_OTHERS -> Problems.conflict("Other groups are in this one: move or remove them first.");
            case LAST_OWNER -> Problems.conflict("Nobody would be left to own the organization.");
            case MAY_DO_MORE -> Problems.forbidden("The group carries, or would, roles that you may not give.");
            case NAME_TAKEN -> Problems.conflict("There is a group of this name.");
            case PARENT_UNKNOWN -> Problems.invalid("/parent_group_id", "is no group of this organization");
            case TOO_DEEP -> Problems.conflict("At most %d groups lie one in another.".formatted(Group.DEPTH_MAX));
        };
    }

    private static Optional<GroupId> id(Call call) {
        return call.id("group").map(GroupId::new);
    }

    private static Optional<AdministerGroup.Request> request(Call call) {
        return id(call).map(id -> new AdministerGroup.Request(id, call.expected(), call.by()));
    }

    private static Optional<ChangeMembers.Request> membership(Call call, Optional<RoleHolder> member) {
        return id(call).flatMap(id -> member.map(whom -> new ChangeMembers.Request(id, whom, call.by())));
    }
}
