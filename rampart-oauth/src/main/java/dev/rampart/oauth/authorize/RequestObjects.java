package dev.rampart.oauth.authorize;

import static dev.rampart.oauth.authorize.AuthorizationRefusal.REQUEST_AND_REQUEST_URI;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.REQUEST_OBJECT_CLAIMS_WRONG;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.REQUEST_OBJECT_EXPIRED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.REQUEST_OBJECT_MALFORMED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.REQUEST_OBJECT_MISSING;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.REQUEST_OBJECT_SIGNATURE_WRONG;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.REQUEST_URI_NOT_REGISTERED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.REQUEST_URI_UNREACHABLE;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientAlgorithm;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.outbound.Outbound;
import dev.rampart.domain.outbound.Outbound.Answered;
import dev.rampart.oauth.client.ClientJwt;
import dev.rampart.oauth.client.ClientKeyRing;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Authorization requests that a client has signed, sent along or laid somewhere (RFC 9101, OIDC Core §6). */
public final class RequestObjects {

    /** So far may clocks be apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    /** A request that comes back from the sign-in page may have run out there: so long may a person take. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final ClientKeyRing keys;
    private final Outbound outbound;
    private final InstantSource clock;

    public RequestObjects(ClientKeyRing keys, Outbound outbound, InstantSource clock) {
        this.keys = keys;
        this.outbound = outbound;
        this.clock = clock;
    }

    /**
     * What is asked for in the end: what the object says, and beside it what was sent and the object does not speak of;
     * or what was sent, and why that will not do.
     *
     * @param isBack whether the request has been judged before, and comes back from a page of ours
     */
    Read read(Tenant tenant, Client client, AuthorizationParameters sent, boolean isBack) {
        Optional<String> byValue = sent.get("request");
        Optional<String> byReference = sent.get("request_uri");
        if (byValue.isEmpty() && byReference.isEmpty()) {
            return client.metadata().requestObjects().required()
                    ? new Read(sent, Optional.of(REQUEST_OBJECT_MISSING))
                    : new Read(sent, Optional.empty());
        }
        if (byValue.isPresent() && byReference.isPresent()) {
            return new Read(sent, Optional.of(REQUEST_AND_REQUEST_URI));
        }
        if (byReference.filter(uri -> !isRegistered(client, uri)).isPresent()) {
            return new Read(sent, Optional.of(REQUEST_URI_NOT_REGISTERED));
        }
        Optional<String> object = byValue.or(() -> byReference.flatMap(this::fetched));
        if (object.isEmpty()) {
            return new Read(sent, Optional.of(REQUEST_URI_UNREACHABLE));
        }
        Optional<ClientJwt> jwt = ClientJwt.parse(object.get()).filter(one -> one.isOfType("oauth-authz-req+jwt"));
        if (jwt.isEmpty()) {
            return new Read(sent, Optional.of(REQUEST_OBJECT_MALFORMED));
        }
        Instant over = clock.instant().minus(SKEW).minus(isBack ? PATIENCE : Duration.ZERO);
        return judge(new Signed(tenant, client, jwt.get()), over)
                .or(() -> contradiction(sent, jwt.get()))
                .map(why -> new Read(sent, Optional.of(why)))
                .orElseGet(() -> merged(client, sent, jwt.get()));
    }

    private record Signed(Tenant tenant, Client client, ClientJwt jwt) {}

    /** RFC 9101 §6.2 and §4: the signature, then who it is from, for, and when. */
    private Optional<AuthorizationRefusal> judge(Signed object, Instant over) {
        ClientJwt jwt = object.jwt();
        Client client = object.client();
        ClientAlgorithm only = client.metadata().requestObjects().algorithm().orElse(jwt.algorithm());
        if (only != jwt.algorithm() || !keys.hasSigned(object.tenant().id(), client, jwt)) {
            return Optional.of(REQUEST_OBJECT_SIGNATURE_WRONG);
        }
        String id = client.id().value();
        List<String> audience = jwt.claims().getAudience();
        boolean isFromIt =
                List.of("", id).contains(jwt.text("iss")) && !jwt.text("sub").equals(id);
        boolean isForUs = audience.isEmpty()
                || audience.contains(object.tenant().issuer().value())
                || audience.contains(object.tenant().issuer().at("/oauth/authorize"));
        if (!isFromIt || !isForUs) {
            return Optional.of(REQUEST_OBJECT_CLAIMS_WRONG);
        }
        boolean isOver =
                jwt.time("exp").map(Date::toInstant).filter(over::isAfter).isPresent();
        boolean isEarly = jwt.time("nbf")
                .map(Date::toInstant)
                .filter(clock.instant().plus(SKEW)::isBefore)
                .isPresent();
        return isOver || isEarly ? Optional.of(REQUEST_OBJECT_EXPIRED) : Optional.empty();
    }

    /** What stands on both sides and must be the same (RFC 9101 §5, OIDC Core §6.1), and what must not stand inside. */
    private static Optional<AuthorizationRefusal> contradiction(AuthorizationParameters sent, ClientJwt jwt) {
        boolean isNested = jwt.claims().getClaims().containsKey("request")
                || jwt.claims().getClaims().containsKey("request_uri");
        boolean isSame = List.of("client_id", "response_type").stream()
                .allMatch(name -> jwt.claims().getClaim(name) == null
                        || sent.get(name).isEmpty()
                        || sent.get(name).get().equals(jwt.text(name)));
        boolean isReadable = RequestClaims.of(jwt).isPresent();
        return isNested || !isSame || !isReadable ? Optional.of(REQUEST_OBJECT_CLAIMS_WRONG) : Optional.empty();
    }

    /** A client that signs all its requests means what it signed, and nothing beside it (RFC 9101 §6.3). */
    private static Read merged(Client client, AuthorizationParameters sent, ClientJwt jwt) {
        Map<String, List<String>> inside = RequestClaims.of(jwt).orElseThrow();
        AuthorizationParameters parameters = client.metadata().requestObjects().required()
                ? sent.only("client_id").with(inside)
                : sent.without("request", "request_uri").with(inside);
        return new Read(parameters, Optional.empty());
    }

    /** One that was registered without a fragment may come with any: it names a version (OIDC Core §6.2). */
    private static boolean isRegistered(Client client, String uri) {
        int fragment = uri.indexOf('#');
        return client.metadata().requestObjects().requestUris().contains(uri)
                || (fragment >= 0
                        && client.metadata().requestObjects().requestUris().contains(uri.substring(0, fragment)));
    }

    /** Not kept: what lies there may be another one a moment later. */
    private Optional<String> fetched(String uri) {
        try {
            return outbound.fetch(URI.create(uri), Outbound.Limits.USUAL) instanceof Answered answered
                            && answered.isOk()
                    ? Optional.of(answered.text().strip())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // No address at all, though it was registered.
        }
    }

    /** What is asked for, and why it is refused, if it is. */
    record Read(AuthorizationParameters parameters, Optional<AuthorizationRefusal> refusal) {}
}
