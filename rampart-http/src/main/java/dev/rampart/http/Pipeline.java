package dev.rampart.http;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.http.Admission.Admitted;
import dev.rampart.http.Admission.Refused;
import dev.rampart.http.Arrival.Sent;
import dev.rampart.http.exchange.Access;
import dev.rampart.http.exchange.Content;
import dev.rampart.http.exchange.Fault;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps that every request takes, in their order.
 *
 * <p>A step that has an answer ends the way. Naming the request and reading it, within the limits of time and size,
 * come before; writing the security headers comes after, for all alike.
 */
public final class Pipeline {

    private static final String RETRY_SECONDS = "2";

    private final List<Step> steps = List.of(
            this::refuseWhatIsTooLarge,
            this::refuseWhatIsNotThere,
            this::findTheTenant,
            this::refuseOtherMethods,
            this::refuseOtherContent,
            this::readParameters,
            this::checkAccess,
            this::answer);

    private final Surroundings surroundings;
    private final HttpSettings settings;
    private final Sharing sharing;
    private final Wording wording;
    private final RequestLog log;

    /** One step: the answer, or null to go on. */
    @FunctionalInterface
    private interface Step {
        @Nullable Response take(Passage passage);
    }

    public Pipeline(Surroundings surroundings, HttpSettings settings) {
        this.surroundings = surroundings;
        this.settings = settings;
        this.sharing = new Sharing(surroundings.origins(), settings.allowedOrigins());
        this.wording = new Wording(surroundings.errorPages());
        this.log = new RequestLog(surroundings.meter());
    }

    /** The answer, whatever happens: an exception ends here, too. */
    public Response answer(Arrival arrival) {
        long began = System.nanoTime();
        Passage passage = new Passage(arrival);
        Response response;
        try {
            response = finished(walk(passage), passage);
        } catch (RuntimeException | StackOverflowError e) {
            response = wording.of(surprised(e, passage), passage);
        }
        log.add(passage, response.status(), System.nanoTime() - began);
        return response;
    }

    private Response walk(Passage passage) {
        for (Step step : steps) {
            Response response = step.take(passage);
            if (response != null) {
                return response;
            }
        }
        throw new IllegalStateException("no step answered " + passage.request());
    }

    private Response finished(Response response, Passage passage) {
        Response worded = wording.of(response, passage);
        return sharing.share(worded, passage.cors(), script(passage));
    }

    private static Sharing.Script script(Passage passage) {
        return new Sharing.Script(passage.tenant(), passage.request().header("Origin"));
    }

    /** The world may mend itself, and the client may try again; a bug does not. */
    private Response surprised(Throwable surprise, Passage passage) {
        log.addSurprise(passage, surprise);
        return Outages.isOutage(surprise)
                ? Response.problem(503, "Not available at the moment", "Please try again in a few seconds.")
                        .withHeader("Retry-After", RETRY_SECONDS)
                : Response.problem(500, "Something went wrong", "It has been noted, and is not your fault.");
    }

    private @Nullable Response refuseWhatIsTooLarge(Passage passage) {
        Arrival.Line line = passage.arrival().line();
        if (line.path().length() + line.query().length() > settings.limits().urlLength()) {
            return Response.problem(414, "The address is too long", "It is longer than this server reads.");
        }
        return switch (passage.arrival().body()) {
            case Sent.Whole _, Sent.Flowing _ -> null;
            case Sent.TooLarge() ->
                Response.problem(413, "The request is too large", "It is longer than this server reads.");
        };
    }

    private @Nullable Response refuseWhatIsNotThere(Passage passage) {
        return switch (passage.arrival().found()) {
            case Router.Found.At _ -> null;
            case Router.Found.Nowhere() -> notThere();
            case Router.Found.Malformed() ->
                Response.problem(400, "The address is not valid", "There is something in it that no address here has.");
        };
    }

    private static Response notThere() {
        return Response.problem(404, "There is nothing here", "The address may be mistyped or out of date.");
    }

    private @Nullable Response findTheTenant(Passage passage) {
        return switch (passage.at().resource().tenancy()) {
            case HOST -> enter(passage, Optional.of(passage.at().slug()));
            case PATH -> isFoundByItsCheck(passage) ? null : enter(passage, named(passage));
            case TOKEN, NONE -> null;
        };
    }

    /** Whoever may not know of an organization is not told before their permission is looked at that it exists. */
    private static boolean isFoundByItsCheck(Passage passage) {
        Route route = passage.possibleRoute();
        return route == null || route.access() instanceof Access.Permitted;
    }

    private static Optional<OrgSlug> named(Passage passage) {
        return Optional.ofNullable(passage.at().variables().get("organization")).flatMap(OrgSlug::parse);
    }

    private @Nullable Response enter(Passage passage, Optional<OrgSlug> slug) {
        Optional<Tenant> tenant = slug.flatMap(surroundings.tenants()::bySlug);
        tenant.ifPresent(found -> passage.become(passage.request().in(found)));
        return tenant.isPresent() ? null : notThere();
    }

    private @Nullable Response refuseOtherMethods(Passage passage) {
        if (passage.possibleRoute() != null) {
            return null;
        }
        Resource resource = passage.at().resource();
        if (passage.method().equals("OPTIONS") && resource.cors() != Cors.NONE) {
            return sharing.preflight(resource, script(passage));
        }
        return Response.problem(405, "That cannot be done here", "The address is right, the method is not.")
                .withHeader("Allow", resource.allow());
    }

    private @Nullable Response refuseOtherContent(Passage passage) {
        Payload payload = passage.route().payload();
        String type = passage.request().header("Content-Type").orElse("");
        boolean isEmpty = passage.arrival().body() instanceof Sent.Whole(byte[] bytes) && bytes.length == 0;
        return isEmpty || payload == Payload.NONE || payload.accepts(mediaType(type))
                ? null
                : Response.problem(
                        415,
                        "The content is of another type",
                        "Expected is %s.".formatted(String.join(" or ", payload.contentTypes())));
    }

    private static String mediaType(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private @Nullable Response readParameters(Passage passage) {
        Route route = passage.route();
        ParameterReading reading = new ParameterReading(
                passage.arrival().line(),
                passage.at().variables(),
                passage.arrival().headers());
        byte[] body = passage.arrival().body() instanceof Sent.Whole(byte[] bytes) ? bytes : new byte[0];
        if (route.payload() == Payload.FORM) {
            reading.addForm(body);
        }
        if (reading.count() > settings.limits().parameters()) {
            return Response.problem(400, "The request has too many parameters", "This server does not read as many.");
        }
        Content content = reading.declaredBy(route, body);
        passage.become(passage.request()
                .withContent(
                        passage.arrival().body() instanceof Sent.Flowing(InputStream stream)
                                ? content.flowing(stream)
                                : content));
        return content.faults().isEmpty() ? null : told(content.faults().getFirst(), route.faults());
    }

    private static @Nullable Response told(Fault fault, Faults how) {
        return switch (how) {
            case OAUTH -> Response.json(400, Map.of("error", "invalid_request", "error_description", fault.sentence()));
            case PROBLEM, PAGE -> Response.problem(400, "The request is not valid", fault.sentence());
            case ENDPOINT -> null;
        };
    }

    private @Nullable Response checkAccess(Passage passage) {
        Request request = passage.request();
        return switch (surroundings.access().check(passage.route().access(), request)) {
            case Admitted(var caller, var tenant) -> {
                Request known = request.by(caller);
                passage.become(tenant == null ? known : known.in(tenant));
                yield null;
            }
            case Refused(Response response) -> response;
        };
    }

    private Response answer(Passage passage) {
        return passage.route().endpoint().handle(passage.request());
    }
}
