package dev.rampart.http.undertow;

import dev.rampart.domain.network.Address;
import dev.rampart.http.Arrival;
import dev.rampart.http.Arrival.Line;
import dev.rampart.http.Arrival.Sent;
import dev.rampart.http.HttpSettings;
import dev.rampart.http.Payload;
import dev.rampart.http.Pipeline;
import dev.rampart.http.RequestIds;
import dev.rampart.http.RequestLog;
import dev.rampart.http.Route;
import dev.rampart.http.Route.Answered;
import dev.rampart.http.RouteTable;
import dev.rampart.http.Router;
import dev.rampart.http.Router.Found;
import dev.rampart.http.Surroundings;
import dev.rampart.http.Tenancy;
import dev.rampart.http.exchange.CachedEndpoint;
import dev.rampart.http.exchange.Headers;
import dev.rampart.http.exchange.Origin;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.network.Peer;
import dev.rampart.http.network.TrustedProxies;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Meets every request, on the thread that reads the sockets. Must not wait for anything. */
final class FrontDoor implements HttpHandler {

    private static final Sent NOTHING = new Sent.Whole(new byte[0]);

    private final Router router;
    private final Pipeline pipeline;
    private final TrustedProxies proxies;
    private final RequestIds ids;
    private final BodyReading bodies;
    private final BodyStreaming streaming;
    private final ResponseWriting writing;
    private final Draining draining;
    private final RequestLog log;

    FrontDoor(RouteTable routes, Surroundings surroundings, HttpSettings settings, Draining draining) {
        this.router = new Router(routes);
        this.pipeline = new Pipeline(surroundings, settings);
        this.proxies = settings.proxies();
        this.ids = new RequestIds(surroundings.entropy());
        this.bodies = new BodyReading(settings.limits().read());
        this.streaming = new BodyStreaming(settings.limits().read());
        this.writing = new ResponseWriting(settings.secureIssuer(), draining, streaming);
        this.draining = draining;
        this.log = new RequestLog(surroundings.meter());
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (!draining.admits(exchange)) {
            writing.sendAway(exchange);
            return;
        }
        Line line =
                new Line(exchange.getRequestMethod().toString(), RawTarget.path(exchange), exchange.getQueryString());
        Found found = router.find(line.path());
        Route route = found instanceof Found.At at ? at.route(line.method()) : null;
        if (route == null || !route.payload().flows()) {
            exchange.setMaxEntitySize(UndertowServer.DISCARDED_MAX);
        }
        if (route != null && answeredFromMemory(exchange, line, (Found.At) found)) {
            return;
        }
        Consumer<Sent> answer = route != null && isAnsweredHere(route)
                ? body -> answer(exchange, line, found, body)
                : body -> exchange.dispatch(same -> answer(same, line, found, body));
        if (route == null || route.payload() == Payload.NONE || exchange.isRequestComplete()) {
            answer.accept(NOTHING);
        } else if (route.payload().flows()) {
            answer.accept(streaming.in(exchange, route.payload().maxBytes()));
        } else {
            bodies.read(exchange, route.payload().maxBytes(), answer);
        }
    }

    /** What needs a tenant may have to wait for it. */
    private static boolean isAnsweredHere(Route route) {
        return route.answered() == Answered.ON_IO
                && route.tenancy() == Tenancy.NONE
                && !(route.endpoint() instanceof CachedEndpoint);
    }

    private boolean answeredFromMemory(HttpServerExchange exchange, Line line, Found.At at) {
        Route route = at.route(line.method());
        if (route == null
                || route.answered() != Answered.ON_IO
                || !(route.endpoint() instanceof CachedEndpoint cached)) {
            return false;
        }
        Optional<Response> ready = cached.ready(at.slug(), at.path());
        ready.ifPresent(response -> {
            String requestId = ids.next();
            writing.write(exchange, response, route, requestId);
            log.addReady(line, route, exchange.getStatusCode(), requestId);
        });
        return ready.isPresent();
    }

    private void answer(HttpServerExchange exchange, Line line, Found found, Sent body) {
        Headers headers = headers(exchange);
        Origin origin = origin(exchange, headers);
        Response response = pipeline.answer(new Arrival(line, found, headers, origin, body));
        Route route = found instanceof Found.At at ? at.route(line.method()) : null;
        if (body instanceof Sent.TooLarge) {
            exchange.setPersistent(false);
        }
        writing.write(exchange, response, route, origin.requestId());
    }

    private static Headers headers(HttpServerExchange exchange) {
        return name -> {
            HeaderValues values = exchange.getRequestHeaders().get(name);
            return values == null ? List.of() : values;
        };
    }

    /** Believes what proxies say of others, and of the request's name, if they are ours. */
    private Origin origin(HttpServerExchange exchange, Headers headers) {
        InetSocketAddress socket = exchange.getSourceAddress();
        Peer nearest = new Peer(
                new Address(socket.getAddress()), exchange.getRequestScheme().equals("https"), first(headers, "Host"));
        Peer client = proxies.client(nearest, headers);
        return new Origin(
                client.address().toString(),
                client.address().clientNetwork(),
                first(headers, "User-Agent"),
                requestId(nearest, headers),
                client.secure(),
                client.host());
    }

    private String requestId(Peer nearest, Headers headers) {
        String foreign = proxies.include(nearest.address()) ? first(headers, "X-Request-Id") : "";
        return RequestIds.isFit(foreign) ? foreign : ids.next();
    }

    private static String first(Headers headers, String name) {
        List<String> values = headers.all(name);
        return values.isEmpty() ? "" : values.getFirst();
    }
}
