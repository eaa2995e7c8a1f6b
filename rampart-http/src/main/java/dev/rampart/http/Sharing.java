package dev.rampart.http;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.http.exchange.Response;
import java.util.Optional;
import java.util.Set;

/** Decides which scripts of other origins may read an answer (Fetch §3.3). */
final class Sharing {

    private static final String PREFLIGHT_MAX_AGE = "600";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, DPoP, Idempotency-Key, If-Match";
    private static final String RESPONSE_HEADERS = "WWW-Authenticate, X-Request-Id";

    private final AllowedOrigins registered;
    private final Set<String> configured;

    Sharing(AllowedOrigins registered, Set<String> configured) {
        this.registered = registered;
        this.configured = configured;
    }

    /** Whose answers a script wants to read, and where it comes from; it may be none. */
    record Script(Optional<Tenant> tenant, Optional<String> origin) {}

    /** The answer to a script's browser that asks first. It says nothing where the answer is no. */
    Response preflight(Resource resource, Script script) {
        Response answer = share(Response.noContent(), resource.cors(), script).withHeader("Allow", resource.allow());
        if (!answer.headers().containsKey("Access-Control-Allow-Origin")) {
            return answer;
        }
        return answer.withHeader("Access-Control-Allow-Methods", resource.allow())
                .withHeader("Access-Control-Allow-Headers", REQUEST_HEADERS)
                .withHeader("Access-Control-Max-Age", PREFLIGHT_MAX_AGE);
    }

    /** The same answer, to be read by the scripts that may. */
    Response share(Response response, Cors cors, Script script) {
        return switch (cors) {
            case NONE -> response;
            case ANY_ORIGIN -> response.withHeader("Access-Control-Allow-Origin", "*");
            case CLIENT_ORIGINS -> {
                Response varying = response.plusHeader("Vary", "Origin");
                yield script.origin().filter(origin -> allows(script, origin)).isPresent()
                        ? varying.withHeader(
                                        "Access-Control-Allow-Origin",
                                        script.origin().orElseThrow())
                                .withHeader("Access-Control-Expose-Headers", RESPONSE_HEADERS)
                        : varying;
            }
        };
    }

    private boolean allows(Script script, String origin) {
        return configured.contains(origin)
                || script.tenant()
                        .filter(tenant -> registered.allows(tenant, origin))
                        .isPresent();
    }
}
