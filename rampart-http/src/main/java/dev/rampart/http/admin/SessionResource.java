package dev.rampart.http.admin;

import dev.rampart.domain.role.Permission;
import dev.rampart.domain.session.AdministerSessions;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.session.StartedSession;
import dev.rampart.domain.user.BrowseUsers;
import dev.rampart.domain.user.UserId;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code …/sessions}: who is signed in, and where. */
public final class SessionResource implements Routes {

    static final Shape SESSION = Shape.of(
            "Session",
            Property.of("id", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of("user_id", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of("user_name", Kind.Text.upTo(256)).asReadOnly(),
            Property.of("acr", Kind.Text.upTo(128)).asReadOnly(),
            Property.of("amr", new Kind.ListOf(Kind.Text.upTo(32), 16)).asReadOnly(),
            Property.of("ip", Kind.Text.upTo(64)).asReadOnly(),
            Property.of("user_agent", Kind.Text.upTo(256)).asReadOnly(),
            Property.of("authenticated_at", new Kind.Time()).asReadOnly(),
            Property.of("created_at", new Kind.Time()).asReadOnly(),
            Property.of("last_used_at", new Kind.Time()).asReadOnly(),
            Property.of("expires_at", new Kind.Time()).asReadOnly());

    private static final String MANY = "/sessions";
    private static final String ONE = "/sessions/{session}";
    private static final String OF_USER = "/users/{user}/sessions";

    private static final Description LIST =
            Description.of("listSessions", "Lists the sessions that are alive").lists(SESSION);
    private static final Description LIST_OF_USER = Description.of(
                    "listUserSessions", "Lists a person's sessions that are alive")
            .lists(SESSION);
    private static final Description END_ALL =
            Description.of("endAllSessions", "Ends every session of the organization; everybody signs in anew");
    private static final Description END = Description.of("endSession", "Ends a session");
    private static final Description END_OF_USER = Description.of("endUserSessions", "Ends every session of a person");

    private final Conventions api;
    private final AdministerSessions sessions;
    private final BrowseUsers users;

    @Inject
    public SessionResource(Conventions api, AdministerSessions sessions, BrowseUsers users) {
        this.api = api;
        this.sessions = sessions;
        this.users = users;
    }

    @Override
    public List<Route> routes() {
        Permission read = Permission.SESSION_READ;
        Permission end = Permission.SESSION_END;
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", MANY, read, api.operation(LIST, this::list)),
                AdminRoute.both("DELETE", MANY, Permission.SESSION_END_ALL, api.operation(END_ALL, this::endAll)),
                AdminRoute.both("DELETE", ONE, end, api.operation(END, this::end)),
                AdminRoute.both("GET", OF_USER, read, api.operation(LIST_OF_USER, this::listOfUser)),
                AdminRoute.both("DELETE", OF_USER, end, api.operation(END_OF_USER, this::endOfUser))));
    }

    private Response list(Call call) {
        return call.listed(sessions.page(call.org(), call.page()), SessionResource::shown);
    }

    private Response endAll(Call call) {
        sessions.endEverybodys(call.org(), call.by().cause());
        return Response.noContent();
    }

    private Response end(Call call) {
        boolean ended = call.id("session")
                .map(SessionId::new)
                .filter(id -> sessions.end(call.org(), id, call.by().cause()))
                .isPresent();
        return ended ? Response.noContent() : Problems.notThere();
    }

    private Response listOfUser(Call call) {
        return user(call)
                .map(user -> call.listed(sessions.page(call.org(), user, call.page()), SessionResource::shown))
                .orElseGet(Problems::notThere);
    }

    private Response endOfUser(Call call) {
        Optional<UserId> user = user(call);
        user.ifPresent(id -> sessions.endAll(call.org(), id, call.by().cause()));
        return user.isPresent() ? Response.noContent() : Problems.notThere();
    }

    private Optional<UserId> user(Call call) {
        return call.id("user")
                .map(UserId::new)
                .filter(id -> users.find(call.org(), id).isPresent());
    }

    private static Map<String, Object> shown(StartedSession session) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", session.id().toString());
        members.put("user_id", session.user().toString());
        members.put("user_name", session.userName());
        members.put("acr", session.authentication().acr());
        members.put("amr", session.authentication().amr());
        session.ip().ifPresent(ip -> members.put("ip", ip));
        session.userAgent().ifPresent(agent -> members.put("user_agent", agent));
        members.put("authenticated_at", session.authentication().time().toString());
        members.put("created_at", session.createdAt().toString());
        members.put("last_used_at", session.lastUsedAt().toString());
        members.put("expires_at", session.expiresAt().toString());
        return members;
    }
}
