package dev.rampart.http.admin;

import static dev.rampart.http.admin.UserShape.USER;

import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.RemoveUser;
import dev.rampart.domain.user.UserId;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Problems;
import jakarta.inject.Inject;
import java.util.List;

/** The ways in which people go: deleted, so that they can be restored, or erased. */
public final class UserRemovalResource implements Routes {

    private static final String DAYS = RemoveUser.RESTORABLE_FOR.toDays() + " days";

    private static final Description DELETE = Description.of(
                    "deleteUser",
                    "Deletes a person, who can be restored for " + DAYS
                            + " and keeps username and email meanwhile, and is erased then")
            .refuses(403, 409, 412);
    private static final Description RESTORE = Description.of("restoreUser", "Brings a deleted person back")
            .answers(200, USER)
            .refuses(403, 412);
    private static final Description ERASE = Description.of(
                    "eraseUser",
                    "Erases a person, deleted or not, for good: what the audit log knew of them cannot be read"
                            + " any more")
            .refuses(403, 409, 412);

    private final Conventions api;
    private final RemoveUser remove;

    @Inject
    public UserRemovalResource(Conventions api, RemoveUser remove) {
        this.api = api;
        this.remove = remove;
    }

    @Override
    public List<Route> routes() {
        return AdminRoute.all(List.of(
                AdminRoute.both(
                        "DELETE",
                        "/users/{user}",
                        Permission.USER_DELETE,
                        api.operation(DELETE, call -> answer(call, remove::delete))),
                AdminRoute.both(
                        "POST",
                        "/users/{user}/restore",
                        Permission.USER_DELETE,
                        api.operation(RESTORE, call -> answer(call, remove::restore))),
                AdminRoute.both(
                        "POST",
                        "/users/{user}/erase",
                        Permission.USER_DELETE,
                        api.operation(ERASE, call -> answer(call, remove::erase)))));
    }

    @FunctionalInterface
    private interface Act {
        RemoveUser.Outcome of(OrgId org, UserId user, RemoveUser.Request request);
    }

    private static Response answer(Call call, Act act) {
        RemoveUser.Request request = new RemoveUser.Request(call.by(), call.expected());
        return call.id("user")
                .map(id -> answer(call, act.of(call.org(), new UserId(id), request)))
                .orElseGet(Problems::notThere);
    }

    private static Response answer(Call call, RemoveUser.Outcome outcome) {
        return switch (outcome) {
            case RemoveUser.Deleted(), RemoveUser.Erased() -> Response.noContent();
            case RemoveUser.Restored(ManagedUser user) -> call.changed(UserShape.shown(user), user.version());
            case RemoveUser.Unknown() -> Problems.notThere();
            case RemoveUser.Stale(long _) -> Problems.stale();
            case RemoveUser.Forbidden(var why) -> UserResource.forbidden(why);
        };
    }
}
