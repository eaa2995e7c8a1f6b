package dev.rampart.http.undertow;

import static dev.rampart.http.Parameter.either;
import static dev.rampart.http.Parameter.form;
import static dev.rampart.http.Parameter.header;
import static dev.rampart.http.Parameter.path;
import static dev.rampart.http.Parameter.query;
import static dev.rampart.http.Route.get;
import static dev.rampart.http.Route.getOrPost;
import static dev.rampart.http.Route.post;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.http.AccessCheck;
import dev.rampart.http.Admission;
import dev.rampart.http.Admission.Refused;
import dev.rampart.http.Cors;
import dev.rampart.http.Faults;
import dev.rampart.http.HttpSettings;
import dev.rampart.http.RequestMeter;
import dev.rampart.http.Route;
import dev.rampart.http.RouteTable;
import dev.rampart.http.Routes;
import dev.rampart.http.Surroundings;
import dev.rampart.http.Tenancy;
import dev.rampart.http.exchange.Access.Bearer;
import dev.rampart.http.exchange.Access.Client;
import dev.rampart.http.exchange.Access.Form;
import dev.rampart.http.exchange.Access.Public;
import dev.rampart.http.exchange.Access.Session;
import dev.rampart.http.exchange.CachedEndpoint;
import dev.rampart.http.exchange.Caller;
import dev.rampart.http.exchange.Fault;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.health.HealthEndpoint;
import dev.rampart.http.health.HealthRoutes;
import dev.rampart.http.health.ReadyEndpoint;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** A small house with a door of each kind, for the tests to knock at. */
final class House {

    static final String ISSUER = "https://id.example";
    static final String LONG_JSON = "{\"keys\":\"" + "abc".repeat(400) + "\"}";
    static final Tenant ROOT = tenant("default");
    static final Tenant ACME = tenant("acme");

    /** Met by {@code /slow}, to say that it is inside; and its leave to go on. */
    final CountDownLatch inside = new CountDownLatch(1);

    final CountDownLatch mayLeave = new CountDownLatch(1);
    final AtomicBoolean ready = new AtomicBoolean(true);

    /** What a check verified in these tests. */
    record Badge(String name) implements Caller.Credential {}

    private static Tenant tenant(String slug) {
        OrgSlug name = new OrgSlug(slug);
        return new Tenant(new OrgId(UUID.nameUUIDFromBytes(slug.getBytes(UTF_8))), name, new Issuer(ISSUER).of(name));
    }

    UndertowServer started(HttpSettings settings) {
        UndertowServer server = new UndertowServer(table(), surroundings(), settings);
        server.start();
        return server;
    }

    UndertowServer started() {
        return started(
                HttpSettings.loopback(0).withSecureIssuer(true).withAllowedOrigins(Set.of("https://set.example")));
    }

    static Surroundings surroundings() {
        Refused nobody = new Refused(Response.json(401, "{\"error\":\"invalid_client\"}")
                .withHeader("WWW-Authenticate", "Basic realm=\"acme\""));
        AccessCheck access = new AccessCheck(
                (client, request) -> badge(request).orElse(nobody),
                (bearer, request) -> badge(request).orElse(nobody),
                (session, request) -> request.cookie("__Host-rampart_session").isPresent()
                        ? Admission.Admitted.with(new Badge("session"))
                        : new Refused(Response.redirect("/login")),
                (permitted, request) -> nobody,
                request -> nobody);
        Random chance = new Random(1);
        return new Surroundings(
                slug -> List.of(ROOT, ACME).stream()
                        .filter(tenant -> tenant.slug().equals(slug))
                        .findFirst(),
                access,
                failure -> Response.page(
                        failure.status(),
                        "<!doctype html><title>%d %s</title><p>%s<p>%s"
                                .formatted(failure.status(), failure.title(), failure.text(), failure.requestId()),
                        PageKind.SIGN_IN),
                (tenant, origin) -> tenant.equals(ACME) && origin.equals("https://app.example"),
                length -> {
                    byte[] bytes = new byte[length];
                    chance.nextBytes(bytes);
                    return bytes;
                },
                RequestMeter.NONE);
    }

    private static Optional<Admission> badge(Request request) {
        return request.header("Authorization").map(name -> Admission.Admitted.with(new Badge(name)));
    }

    RouteTable table() {
        return RouteTable.of(List.<Routes>of(
                this::oauth,
                this::pages,
                this::troubles,
                new HealthRoutes(new HealthEndpoint(), new ReadyEndpoint(() -> Map.of("database", ready.get())))));
    }

    private List<Route> oauth() {
        Client client = new Client(Set.of("client_secret_basic"));
        return List.of(
                get("/.well-known/openid-configuration", new Public(), new Kept())
                        .cached()
                        .cors(Cors.ANY_ORIGIN),
                post("/oauth/token", client, House::echo)
                        .tells(Faults.OAUTH)
                        .cors(Cors.CLIENT_ORIGINS)
                        .takes(
                                form("grant_type").asRequired().max(20),
                                form("scope").tokens(),
                                form("resource").uri().asRepeatable()),
                getOrPost("/oauth/authorize", new Public(), House::echo)
                        .tells(Faults.ENDPOINT)
                        .page(PageKind.SIGN_IN)
                        .takes(
                                either("client_id").asRequired(),
                                either("state"),
                                either("max_age").integer()),
                get("/api/v1/admin/organizations/{organization}/users/{user}", bearer(), House::echo)
                        .tenancy(Tenancy.PATH)
                        .takes(
                                path("user").uuid(),
                                query("limit").integer(),
                                header("If-Match").max(64)),
                post("/api/v1/admin/users", bearer(), request -> Response.json(201, new String(request.body(), UTF_8)))
                        .tenancy(Tenancy.NONE)
                        .takesJson());
    }

    private List<Route> pages() {
        return List.of(
                get("/login", new Public(), request -> Response.page("<p>hello", PageKind.SIGN_IN))
                        .page(PageKind.SIGN_IN),
                post("/login", new Form(), House::echo).page(PageKind.SIGN_IN).takes(form("username")),
                get("/account", new Session(true), request -> Response.page("<p>you", PageKind.ACCOUNT))
                        .page(PageKind.ACCOUNT),
                post("/account", new Session(true), request -> Response.redirect("/account"))
                        .page(PageKind.ACCOUNT));
    }

    private List<Route> troubles() {
        return List.of(
                get("/bug", new Public(), request -> {
                    throw new IllegalStateException("secret detail");
                }),
                get("/outage", new Public(), request -> {
                    throw new IllegalStateException("reading", new SQLTransientConnectionException("no connection"));
                }),
                get("/slow", new Public(), request -> {
                    inside.countDown();
                    waitFor(mayLeave);
                    return Response.json(200, "{}");
                }));
    }

    private static Bearer bearer() {
        return new Bearer("/api/v1/admin", "user:read");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Says what it was given. */
    private static Response echo(Request request) {
        return Response.json(
                200,
                Map.of(
                        "path", request.path(),
                        "tenant", request.tenant().slug().value(),
                        "parameters", request.parameters(),
                        "variables", request.variables(),
                        "faults", request.faults().stream().map(Fault::sentence).toList(),
                        "ip", request.origin().ip(),
                        "network", request.origin().network(),
                        "request_id", request.origin().requestId(),
                        "secure", request.origin().secure()));
    }

    /** Ready for the default organization; made for the others. */
    private static final class Kept implements CachedEndpoint {

        private final Response response = Response.publicJson(LONG_JSON.getBytes(UTF_8), Duration.ofSeconds(10));

        @Override
        public Optional<Response> ready(OrgSlug tenant, String path) {
            return tenant.equals(OrgSlug.DEFAULT) ? Optional.of(response) : Optional.empty();
        }

        @Override
        public Response handle(Request request) {
            return Response.publicJson(
                    "{\"issuer\":\"%s\"}".formatted(request.tenant().issuer()).getBytes(UTF_8), Duration.ofSeconds(10));
        }
    }
}
