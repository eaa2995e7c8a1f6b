package dev.rampart.http.admin;

import static dev.rampart.http.admin.ResourceServerShape.RESOURCE_SERVER;

import dev.rampart.domain.resource.AdministerResourceServer;
import dev.rampart.domain.resource.BrowseResourceServers;
import dev.rampart.domain.resource.ResourceServer;
import dev.rampart.domain.resource.ResourceServerId;
import dev.rampart.domain.role.Permission;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Problems;
import dev.rampart.oauth.Audiences;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code …/resource-servers}: the APIs that tokens are for. */
public final class ResourceServerResource implements Routes {

    private static final Description LIST = Description.of(
                    "listResourceServers", "Lists resource servers, or those with identifiers that begin with q")
            .searchable()
            .lists(RESOURCE_SERVER);
    private static final Description CREATE = Description.of("createResourceServer", "Makes a resource server")
            .takes(RESOURCE_SERVER)
            .answers(201, RESOURCE_SERVER)
            .refuses(409);
    private static final Description READ = Description.of("readResourceServer", "Reads a resource server")
            .answers(200, RESOURCE_SERVER)
            .tagged();
    private static final Description CHANGE = Description.of("changeResourceServer", "Changes a resource server")
            .takes(RESOURCE_SERVER)
            .answers(200, RESOURCE_SERVER)
            .refuses(412);
    private static final Description DELETE = Description.of(
                    "deleteResourceServer", "Removes a resource server, for which no more tokens are issued")
            .refuses(412);

    private static final String ONE = "/resource-servers/{resource_server}";

    private final Conventions api;
    private final BrowseResourceServers browse;
    private final AdministerResourceServer administer;
    private final Audiences audiences;

    @Inject
    public ResourceServerResource(
            Conventions api, BrowseResourceServers browse, AdministerResourceServer administer, Audiences audiences) {
        this.api = api;
        this.browse = browse;
        this.administer = administer;
        this.audiences = audiences;
    }

    @Override
    public List<Route> routes() {
        Permission read = Permission.RESOURCE_SERVER_READ;
        Permission write = Permission.RESOURCE_SERVER_WRITE;
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", "/resource-servers", read, api.operation(LIST, this::list)),
                AdminRoute.both("POST", "/resource-servers", write, api.operation(CREATE, this::create)),
                AdminRoute.both("GET", ONE, read, api.operation(READ, this::read)),
                AdminRoute.both("PATCH", ONE, write, api.operation(CHANGE, this::change)),
                AdminRoute.both("DELETE", ONE, write, api.operation(DELETE, this::delete))));
    }

    private Response list(Call call) {
        return call.listed(browse.page(call.org(), call.page()), ResourceServerShape::shown);
    }

    private Response read(Call call) {
        return id(call).flatMap(id -> browse.find(call.org(), id))
                .map(found -> call.shown(ResourceServerShape.shown(found), found.version()))
                .orElseGet(Problems::notThere);
    }

    private Response create(Call call) {
        List<Body.Field> mistakes = mistakes(call.fields());
        if (!mistakes.isEmpty()) {
            return invalid(mistakes);
        }
        return answer(
                administer.create(call.org(), blank -> ResourceServerShape.merged(call.fields(), blank), call.by()),
                made -> call.created(made.id().toString(), ResourceServerShape.shown(made)));
    }

    private Response change(Call call) {
        List<Body.Field> mistakes = mistakes(call.fields());
        if (!mistakes.isEmpty()) {
            return invalid(mistakes);
        }
        return request(call)
                .map(request -> administer.change(
                        call.org(), request, before -> ResourceServerShape.merged(call.fields(), before)))
                .map(outcome -> answer(outcome, now -> call.changed(ResourceServerShape.shown(now), now.version())))
                .orElseGet(Problems::notThere);
    }

    private Response delete(Call call) {
        return request(call)
                .map(request -> administer.remove(call.org(), request))
                .map(outcome -> answer(outcome, _ -> Response.noContent()))
                .orElseGet(Problems::notThere);
    }

    /** What no shape can tell: that an identifier is the server's own, and that a scope stands there twice. */
    private List<Body.Field> mistakes(Fields sent) {
        List<Body.Field> mistakes = new ArrayList<>();
        if (sent.text("identifier").filter(audiences::isReserved).isPresent()) {
            mistakes.add(new Body.Field("/identifier", "is no absolute URI, or one of the server itself"));
        }
        Set<String> names = new HashSet<>();
        List<Fields> scopes = sent.objects("scopes");
        for (int i = 0; i < scopes.size(); i++) {
            Optional<String> name = scopes.get(i).text("name");
            if (name.isEmpty()) {
                mistakes.add(new Body.Field("/scopes/%d/name".formatted(i), "is missing"));
            } else if (!names.add(name.get())) {
                mistakes.add(new Body.Field("/scopes/%d/name".formatted(i), "stands there twice"));
            }
        }
        return mistakes;
    }

    private static Response invalid(List<Body.Field> mistakes) {
        return Response.invalid("There is something wrong with what was sent: see errors.", mistakes);
    }

    private static Response answer(AdministerResourceServer.Outcome outcome, Function<ResourceServer, Response> done) {
        return switch (outcome) {
            case AdministerResourceServer.Done(ResourceServer server) -> done.apply(server);
            case AdministerResourceServer.Removed() -> Response.noContent();
            case AdministerResourceServer.Unknown() -> Problems.notThere();
            case AdministerResourceServer.Stale() -> Problems.stale();
            case AdministerResourceServer.IdentifierTaken() ->
                Problems.conflict("There is a resource server of this identifier.");
        };
    }

    private static Optional<ResourceServerId> id(Call call) {
        return call.id("resource_server").map(ResourceServerId::new);
    }

    private static Optional<AdministerResourceServer.Request> request(Call call) {
        return id(call).map(id -> new AdministerResourceServer.Request(id, call.expected(), call.by()));
    }
}
