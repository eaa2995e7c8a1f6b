package dev.rampart.http.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.http.RouteTable;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code /openapi.json} and {@code /openapi.yaml}: made once, when first asked for. */
public final class OpenApiEndpoint implements Endpoint {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Provider<RouteTable> routes;
    private final Issuer root;
    private volatile @Nullable Answers answers;

    private record Answers(Response json, Response yaml) {}

    @Inject
    public OpenApiEndpoint(Provider<RouteTable> routes, Issuer root) {
        this.routes = routes;
        this.root = root;
    }

    @Override
    public Response handle(Request request) {
        Answers made = answers;
        if (made == null) {
            made = make();
            answers = made;
        }
        return request.path().endsWith(".json") ? made.json() : made.yaml();
    }

    private Answers make() {
        Map<String, Object> document = new OpenApiDocument(root).of(routes.get());
        byte[] json = JsonMapper.shared().writeValueAsBytes(document);
        return new Answers(
                Response.kept("application/json", json, KEPT),
                Response.kept("application/yaml", Yaml.text(document).getBytes(UTF_8), KEPT));
    }
}
