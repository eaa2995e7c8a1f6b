package dev.rampart.http.rest;

import dev.rampart.domain.access.Quota;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.http.Parameter;
import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.Caller;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation of the REST API: reads what was sent by its description, and hands it on only if all of it is right.
 */
public final class OperationEndpoint implements Endpoint {

    private static final long RESET_AT_LEAST = 1;

    private final Description description;
    private final Conventions conventions;
    private final Handler handler;

    /** What an operation does with a call. */
    @FunctionalInterface
    public interface Handler {
        Response handle(Call call);
    }

    /** Who calls, as the check of the route found out, and how much of their rate is left. */
    public record Admitted(Authority authority, Quota quota) implements Caller.Credential {}

    OperationEndpoint(Description description, Conventions conventions, Handler handler) {
        this.description = description;
        this.conventions = conventions;
        this.handler = handler;
    }

    public Description description() {
        return description;
    }

    /** The parameters that it takes beside those of its path. */
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(description.filters());
        if (description.isList()) {
            parameters.addAll(Paging.parameters(description.isSearchable()));
        }
        return parameters;
    }

    @Override
    public String name() {
        return "OperationEndpoint " + description.id();
    }

    @Override
    public Response handle(Request request) {
        Admitted caller = request.credential(Admitted.class);
        return metered(answer(request, caller.authority()), caller.quota());
    }

    private Response answer(Request request, Authority by) {
        List<Body.Field> problems = new ArrayList<>();
        PageRequest page = description.isList()
                ? Paging.read(request, conventions.cursors(), description.orders(), problems)
                : PageRequest.first(1);
        Fields fields = fields(request, problems);
        if (!problems.isEmpty()) {
            return Response.invalid("There is something wrong with what was sent: see errors.", problems);
        }
        if (EntityTags.expected(request).isEmpty()) {
            return Problems.stale();
        }
        Call call = new Call(request, by, fields, page, conventions.cursors());
        return conventions.repeated().once(call, () -> handler.handle(call));
    }

    private Fields fields(Request request, List<Body.Field> problems) {
        if (description.takes().isEmpty()) {
            return Fields.NONE;
        }
        Reading reading = new Reading(!request.method().equals("PATCH"));
        Fields fields = reading.read(request.body(), description.takes().get());
        problems.addAll(reading.problems());
        return fields;
    }

    /** The headers of draft-ietf-httpapi-ratelimit-headers. */
    private static Response metered(Response response, Quota quota) {
        return quota.perMinute() == 0
                ? response
                : response.withHeader("RateLimit-Policy", "\"token\";q=%d;w=60".formatted(quota.perMinute()))
                        .withHeader(
                                "RateLimit",
                                "\"token\";r=%d;t=%d"
                                        .formatted(
                                                quota.remaining(),
                                                Math.max(
                                                        RESET_AT_LEAST,
                                                        quota.reset().toSeconds())));
    }
}
