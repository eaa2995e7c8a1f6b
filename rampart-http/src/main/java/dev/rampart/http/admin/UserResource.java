package dev.rampart.http.admin;

import static dev.rampart.http.admin.UserShape.USER;

import dev.rampart.domain.role.Permission;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.shared.PageRequest.SortKey;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.user.BrowseUsers;
import dev.rampart.domain.user.ChangeUser;
import dev.rampart.domain.user.CreateUser;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.PasswordRules;
import dev.rampart.domain.user.UserId;
import dev.rampart.http.Parameter;
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
import java.util.stream.Stream;

/** {@code …/users}: people. */
public final class UserResource implements Routes {

    private static final Description LIST = Description.of(
                    "listUsers",
                    "Lists people, or those with words that begin as those of q do; with deleted=true those who were"
                            + " deleted and can be restored")
            .searchable()
            .sortedBy(SortKey.USERNAME, SortKey.EMAIL)
            .filteredBy(Parameter.query("deleted").max(8))
            .lists(USER);
    private static final Description CREATE = Description.of("createUser", "Makes a person")
            .takes(USER)
            .answers(201, USER)
            .refuses(403, 409, 503);
    private static final Description READ =
            Description.of("readUser", "Reads a person").answers(200, USER).tagged();
    private static final Description CHANGE = Description.of("changeUser", "Changes a person")
            .takes(USER)
            .answers(200, USER)
            .refuses(403, 409, 412, 503);

    private final Conventions api;
    private final BrowseUsers browse;
    private final CreateUser create;
    private final ChangeUser change;

    @Inject
    public UserResource(Conventions api, BrowseUsers browse, CreateUser create, ChangeUser change) {
        this.api = api;
        this.browse = browse;
        this.create = create;
        this.change = change;
    }

    @Override
    public List<Route> routes() {
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", "/users", Permission.USER_READ, api.operation(LIST, this::list)),
                AdminRoute.both("POST", "/users", Permission.USER_WRITE, api.operation(CREATE, this::create)),
                AdminRoute.both("GET", "/users/{user}", Permission.USER_READ, api.operation(READ, this::read)),
                AdminRoute.both("PATCH", "/users/{user}", Permission.USER_WRITE, api.operation(CHANGE, this::change))));
    }

    private Response list(Call call) {
        return switch (call.request().parameter("deleted").orElse("false")) {
            case "false" -> call.listed(browse.page(call.org(), call.page()), UserShape::shown);
            case "true" ->
                call.page().order().key() == SortKey.CREATED_AT
                        ? call.listed(browse.deleted(call.org(), call.page()), UserShape::shown)
                        : Problems.invalid("sort", "is neither created_at nor -created_at, for those who were deleted");
            default -> Problems.invalid("deleted", "is neither true nor false");
        };
    }

    private Response read(Call call) {
        return call.id("user")
                .flatMap(id -> browse.find(call.org(), new UserId(id)))
                .map(found -> call.shown(UserShape.shown(found), found.version()))
                .orElseGet(Problems::notThere);
    }

    private Response create(Call call) {
        if (call.fields().text("username").isEmpty()
                && call.fields().text("email").isEmpty()) {
            return Problems.invalid("", "has neither a username nor an email to sign in with");
        }
        CreateUser.Request request =
                new CreateUser.Request(blank -> UserShape.merged(call.fields(), blank), password(call), call.by());
        return switch (create.create(call.org(), request)) {
            case CreateUser.Created(ManagedUser made) ->
                call.created(made.user().id().toString(), UserShape.shown(made));
            case CreateUser.NameTaken() -> nameTaken();
            case CreateUser.PasswordInvalid(var mistake, var policy) -> invalid(mistake, policy);
            case CreateUser.PasswordForbidden() -> passwordForbidden();
            case CreateUser.Busy() -> Problems.busy();
        };
    }

    private Response change(Call call) {
        if (removesEveryName(call)) {
            return Problems.invalid("", "would have neither a username nor an email to sign in with");
        }
        ChangeUser.Request request = new ChangeUser.Request(
                before -> UserShape.merged(call.fields(), before), password(call), call.expected(), call.by());
        return call.id("user")
                .map(id -> answer(call, change.change(call.org(), new UserId(id), request)))
                .orElseGet(Problems::notThere);
    }

    private static Response answer(Call call, ChangeUser.Outcome outcome) {
        return switch (outcome) {
            case ChangeUser.Changed(ManagedUser changed) -> call.changed(UserShape.shown(changed), changed.version());
            case ChangeUser.Unknown() -> Problems.notThere();
            case ChangeUser.Stale(long _) -> Problems.stale();
            case ChangeUser.NameTaken() -> nameTaken();
            case ChangeUser.PasswordInvalid(var mistake, var policy) -> invalid(mistake, policy);
            case ChangeUser.Forbidden(ChangeUser.Refusal why) -> forbidden(why);
            case ChangeUser.Busy() -> Problems.busy();
        };
    }

    static Response forbidden(ChangeUser.Refusal why) {
        return switch (why) {
            case LAST_OWNER -> Problems.conflict("Nobody would be left to own the organization.");
            case MAY_DO_MORE -> Problems.forbidden("This person may do more than you.");
            case NAME_TAKEN -> nameTaken();
            case NO_NAME_LEFT -> Problems.invalid("", "would have neither a username nor an email to sign in with");
            case PASSWORD_FORBIDDEN -> passwordForbidden();
        };
    }

    private static boolean removesEveryName(Call call) {
        return Stream.of("username", "email")
                .allMatch(name ->
                        call.fields().has(name) && call.fields().text(name).isEmpty());
    }

    private static Optional<Secret> password(Call call) {
        return call.fields().text("password").map(Secret::of);
    }

    private static Response nameTaken() {
        return Problems.conflict("Somebody else, perhaps one who was deleted, has this username or email.");
    }

    private static Response passwordForbidden() {
        return Problems.forbidden("This takes the permission %s.".formatted(Permission.USER_SET_PASSWORD));
    }

    private static Response invalid(PasswordRules.Mistake mistake, PasswordPolicy policy) {
        return Problems.invalid(
                "/password",
                switch (mistake) {
                    case TOO_SHORT -> "has fewer than %d characters".formatted(policy.shortest());
                    case TOO_LONG -> "has more than %d characters".formatted(policy.longest());
                    case BLOCKED_WORD -> "has a word in it that is not allowed here";
                });
    }
}
