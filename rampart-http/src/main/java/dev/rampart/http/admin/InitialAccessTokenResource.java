package dev.rampart.http.admin;

import dev.rampart.domain.registration.AdministerInitialAccessTokens;
import dev.rampart.domain.registration.InitialAccessToken;
import dev.rampart.domain.registration.InitialAccessTokenId;
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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code …/initial-access-tokens}: what lets others register clients (RFC 7591 §1.2). */
public final class InitialAccessTokenResource implements Routes {

    private static final String MANY = "/initial-access-tokens";

    private static final Shape TOKEN = Shape.of(
            "InitialAccessToken",
            Property.of("id", Kind.Text.upTo(36)).asReadOnly(),
            Property.of("description", Kind.Text.between(1, InitialAccessToken.DESCRIPTION_MAX))
                    .asFixed(),
            Property.of("uses", new Kind.Whole(1, InitialAccessToken.USES_MAX)).asWriteOnly(),
            Property.of("expires_in", new Kind.Whole(1, InitialAccessToken.LIFETIME_MAX.toSeconds()))
                    .asWriteOnly(),
            Property.of("uses_left", new Kind.Whole(0, InitialAccessToken.USES_MAX))
                    .asReadOnly(),
            Property.of("created_at", new Kind.Time()).asReadOnly(),
            Property.of("expires_at", new Kind.Time()).asReadOnly());

    /** What is answered when one is made: the token stands in it this once. */
    private static final Shape NEW_TOKEN = new Shape(
            "NewInitialAccessToken",
            Stream.concat(
                            TOKEN.properties().stream(),
                            Stream.of(Property.of("token", Kind.Text.upTo(128)).asReadOnly()))
                    .toList());

    private static final Description LIST = Description.of(
                    "listInitialAccessTokens", "Lists what lets others register clients")
            .lists(TOKEN);
    private static final Description CREATE = Description.of(
                    "createInitialAccessToken", "Makes a token that lets somebody register clients")
            .takes(TOKEN)
            .answers(201, NEW_TOKEN);
    private static final Description REVOKE =
            Description.of("revokeInitialAccessToken", "Ends a token; what was registered with it stays");

    private final Conventions api;
    private final AdministerInitialAccessTokens tokens;

    @Inject
    public InitialAccessTokenResource(Conventions api, AdministerInitialAccessTokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    @Override
    public List<Route> routes() {
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", MANY, Permission.CLIENT_READ, api.operation(LIST, this::list)),
                AdminRoute.both("POST", MANY, Permission.CLIENT_WRITE, api.operation(CREATE, this::create)),
                AdminRoute.both(
                        "DELETE", MANY + "/{token}", Permission.CLIENT_WRITE, api.operation(REVOKE, this::revoke))));
    }

    private Response list(Call call) {
        return call.listed(tokens.page(call.org(), call.page()), InitialAccessTokenResource::shown);
    }

    private Response create(Call call) {
        AdministerInitialAccessTokens.Made made = tokens.make(
                call.org(),
                new AdministerInitialAccessTokens.Wanted(
                        call.fields().text("description"),
                        call.fields().number("uses").map(Long::intValue).orElse(1),
                        call.fields()
                                .number("expires_in")
                                .map(Duration::ofSeconds)
                                .orElse(InitialAccessToken.LIFETIME)),
                call.by());
        Map<String, Object> members = shown(made.token());
        members.put("token", made.secret().reveal());
        return call.created(made.token().id().toString(), members);
    }

    private Response revoke(Call call) {
        return call.id("token")
                .filter(id -> tokens.revoke(call.org(), new InitialAccessTokenId(id), call.by()))
                .map(_ -> Response.noContent())
                .orElseGet(Problems::notThere);
    }

    private static Map<String, Object> shown(InitialAccessToken token) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", token.id().toString());
        token.description().ifPresent(text -> members.put("description", text));
        members.put("uses_left", token.usesLeft());
        members.put("created_at", token.createdAt().toString());
        members.put("expires_at", token.expiresAt().toString());
        return members;
    }
}
