package dev.rampart.http.admin;

import dev.rampart.domain.consent.AdministerConsents;
import dev.rampart.domain.consent.Consent;
import dev.rampart.domain.consent.ConsentId;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.scope.Resource;
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

/** {@code …/consents}: what people have allowed applications. */
public final class ConsentResource implements Routes {

    private static final int SCOPES_MAX = 1000;

    static final Shape CONSENT = Shape.of(
            "Consent",
            Property.of("id", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of("user_id", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of("client_id", Kind.Text.upTo(128)).asReadOnly(),
            Property.of("client_name", Kind.Text.upTo(200)).asReadOnly(),
            Property.of("scope", Kind.Text.upTo(65_536)).asReadOnly(),
            Property.of("resources", new Kind.ListOf(Kind.Text.upTo(2048), SCOPES_MAX))
                    .asReadOnly(),
            Property.of("created_at", new Kind.Time()).asReadOnly(),
            Property.of("updated_at", new Kind.Time()).asReadOnly());

    private static final Description LIST = Description.of(
                    "listConsents", "Lists what people have allowed applications")
            .lists(CONSENT);
    private static final Description LIST_OF_USER = Description.of(
                    "listUserConsents", "Lists what a person has allowed applications")
            .lists(CONSENT);
    private static final Description REVOKE = Description.of(
            "revokeConsent", "Takes back what a person has allowed an application, and every token it got by it");

    private final Conventions api;
    private final AdministerConsents consents;
    private final BrowseUsers users;

    @Inject
    public ConsentResource(Conventions api, AdministerConsents consents, BrowseUsers users) {
        this.api = api;
        this.consents = consents;
        this.users = users;
    }

    @Override
    public List<Route> routes() {
        Permission read = Permission.CONSENT_READ;
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", "/consents", read, api.operation(LIST, this::list)),
                AdminRoute.both(
                        "DELETE",
                        "/consents/{consent}",
                        Permission.CONSENT_REVOKE,
                        api.operation(REVOKE, this::revoke)),
                AdminRoute.both("GET", "/users/{user}/consents", read, api.operation(LIST_OF_USER, this::listOfUser))));
    }

    private Response list(Call call) {
        return call.listed(consents.page(call.org(), call.page()), ConsentResource::shown);
    }

    private Response listOfUser(Call call) {
        return call.id("user")
                .map(UserId::new)
                .filter(user -> users.find(call.org(), user).isPresent())
                .map(user -> call.listed(consents.page(call.org(), user, call.page()), ConsentResource::shown))
                .orElseGet(Problems::notThere);
    }

    private Response revoke(Call call) {
        boolean revoked = call.id("consent")
                .map(ConsentId::new)
                .filter(id -> consents.revoke(call.org(), id, call.by().cause()))
                .isPresent();
        return revoked ? Response.noContent() : Problems.notThere();
    }

    private static Map<String, Object> shown(Consent consent) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", consent.id().toString());
        members.put("user_id", consent.user().toString());
        members.put("client_id", consent.client().value());
        members.put("client_name", consent.clientName());
        members.put("scope", consent.allowed().scopes().toString());
        members.put(
                "resources",
                consent.allowed().resources().stream().map(Resource::value).toList());
        members.put("created_at", consent.createdAt().toString());
        members.put("updated_at", consent.updatedAt().toString());
        return members;
    }
}
