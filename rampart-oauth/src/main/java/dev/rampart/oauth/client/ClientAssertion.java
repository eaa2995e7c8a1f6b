package dev.rampart.oauth.client;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientAlgorithm;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.UseAssertion;
import dev.rampart.domain.grant.RefuseAuthorization;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * Believes a client by a JWT that it has signed (RFC 7521 §4.2, RFC 7523 §2.2 and §3, OIDC Core §9).
 *
 * <p>All that costs nothing is looked at first, then the signature, and last of all the assertion is used up.
 */
public final class ClientAssertion {

    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** So far ahead may it end: so long is its jti remembered. */
    static final Duration LIFE_MAX = Duration.ofMinutes(10);

    /** So far may clocks be apart. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int JTI_MAX = 256;
    private static final int CLIENT_ID_MAX = 128;

    private final ClientDirectory clients;
    private final ClientKeyRing keys;
    private final UseAssertion useAssertion;
    private final RefuseAuthorization refusals;
    private final InstantSource clock;

    public ClientAssertion(
            ClientDirectory clients,
            ClientKeyRing keys,
            UseAssertion useAssertion,
            RefuseAuthorization refusals,
            InstantSource clock) {
        this.clients = clients;
        this.keys = keys;
        this.useAssertion = useAssertion;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** The client that has signed it; nothing where it is refused, which is then in the audit log. */
    Optional<Client> believe(Tenant tenant, Presented presented, RequestOrigin origin) {
        Optional<ClientJwt> jwt = ClientJwt.parse(presented.assertion());
        String said = jwt.map(one -> one.text("sub"))
                .or(presented::clientId)
                .filter(id -> id.length() <= CLIENT_ID_MAX)
                .orElse("");
        Optional<Client> client = clients.find(tenant.id(), new ClientId(said));
        Optional<AssertionRefusal> refusal = judge(tenant, presented, jwt, client);
        refusal.ifPresent(why -> refusals.refuse(
                tenant.id(), new RefuseAuthorization.Request(AuditEvent.Type.CLIENT_AUTHENTICATED, said, origin, why)));
        return refusal.isPresent() ? Optional.empty() : client;
    }

    private Optional<AssertionRefusal> judge(
            Tenant tenant, Presented presented, Optional<ClientJwt> jwt, Optional<Client> client) {
        if (!presented.type().equals(TYPE)) {
            return Optional.of(AssertionRefusal.TYPE_UNKNOWN);
        }
        if (jwt.isEmpty() || !jwt.get().isOfType("client-authentication+jwt")) {
            return Optional.of(AssertionRefusal.ASSERTION_MALFORMED);
        }
        if (client.isEmpty()) {
            return Optional.of(AssertionRefusal.CLIENT_UNKNOWN);
        }
        String id = client.get().id().value();
        if (presented.clientId().filter(said -> !said.equals(id)).isPresent()) {
            return Optional.of(AssertionRefusal.CLIENT_MISMATCH);
        }
        return ofRegistration(client.get(), jwt.get())
                .or(() -> ofClaims(tenant, client.get(), jwt.get()))
                .or(() -> ofProof(tenant, client.get(), jwt.get()));
    }

    private static Optional<AssertionRefusal> ofRegistration(Client client, ClientJwt jwt) {
        if (!client.enabled()) {
            return Optional.of(AssertionRefusal.CLIENT_DISABLED);
        }
        AuthMethod method =
                jwt.algorithm() == ClientAlgorithm.HS256 ? AuthMethod.CLIENT_SECRET_JWT : AuthMethod.PRIVATE_KEY_JWT;
        if (client.authMethod() != method) {
            return Optional.of(AssertionRefusal.METHOD_NOT_REGISTERED);
        }
        Optional<ClientAlgorithm> only = client.metadata().keys().algorithm();
        return only.filter(algorithm -> algorithm != jwt.algorithm())
                .map(_ -> AssertionRefusal.ALGORITHM_NOT_REGISTERED);
    }

    /** RFC 7523 §3, in its order. */
    private Optional<AssertionRefusal> ofClaims(Tenant tenant, Client client, ClientJwt jwt) {
        Instant now = clock.instant();
        if (!jwt.text("iss").equals(client.id().value())) {
            return Optional.of(AssertionRefusal.ISSUER_NOT_THE_CLIENT);
        }
        if (jwt.claims().getAudience().stream().noneMatch(namesOf(tenant)::contains)) {
            return Optional.of(AssertionRefusal.AUDIENCE_WRONG);
        }
        Optional<Instant> end = jwt.time("exp").map(Date::toInstant);
        if (end.filter(now.minus(SKEW)::isBefore).isEmpty()) {
            return Optional.of(AssertionRefusal.ASSERTION_EXPIRED);
        }
        if (end.get().isAfter(now.plus(LIFE_MAX).plus(SKEW))) {
            return Optional.of(AssertionRefusal.ASSERTION_LIVES_TOO_LONG);
        }
        Instant ahead = now.plus(SKEW);
        if (jwt.time("nbf")
                .or(() -> jwt.time("iat"))
                .map(Date::toInstant)
                .filter(ahead::isBefore)
                .isPresent()) {
            return Optional.of(AssertionRefusal.ASSERTION_NOT_YET_GOOD);
        }
        String jti = jwt.text("jti");
        return jti.isEmpty() || jti.length() > JTI_MAX ? Optional.of(AssertionRefusal.JTI_MISSING) : Optional.empty();
    }

    private Optional<AssertionRefusal> ofProof(Tenant tenant, Client client, ClientJwt jwt) {
        // The client may have been given other keys a moment ago.
        boolean signed = keys.hasSigned(tenant.id(), client, jwt)
                || clients.afresh(tenant.id(), client.id())
                        .filter(fresh -> fresh.version() != client.version())
                        .filter(fresh -> ofRegistration(fresh, jwt).isEmpty())
                        .filter(fresh -> keys.hasSigned(tenant.id(), fresh, jwt))
                        .isPresent();
        if (!signed) {
            return Optional.of(AssertionRefusal.SIGNATURE_WRONG);
        }
        Sha256 jti = Sha256.of(Secret.of(jwt.text("jti")));
        Instant forgotten = jwt.time("exp").map(Date::toInstant).orElseThrow().plus(SKEW);
        return useAssertion.use(tenant.id(), client.id(), jti, forgotten)
                ? Optional.empty()
                : Optional.of(AssertionRefusal.ASSERTION_REPLAYED);
    }

    /** What clients call us: the issuer, or the endpoint that they think of (OIDC Core §9, RFC 7523 §3). */
    private static Set<String> namesOf(Tenant tenant) {
        return Set.of(
                tenant.issuer().value(),
                tenant.issuer().at("/oauth/token"),
                tenant.issuer().at("/oauth/introspect"),
                tenant.issuer().at("/oauth/revoke"));
    }

    /** What a request has of it (RFC 7521 §4.2). */
    record Presented(String type, String assertion, Optional<String> clientId) {

        /** Whoever has it can use it. */
        @Override
        public String toString() {
            return "Presented[clientId=%s]".formatted(clientId);
        }
    }
}
