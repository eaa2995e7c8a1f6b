package dev.rampart.oauth.client;

import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.AuthenticateClient;
import dev.rampart.domain.client.AuthenticateClient.Authenticated;
import dev.rampart.domain.client.AuthenticateClient.Refused;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.oauth.OAuthErrors;
import dev.rampart.oauth.OAuthReply;
import java.util.Optional;

/** Finds out which client calls, by the one way in which it says so (RFC 6749 §2.3). */
public final class ClientAuthentication {

    private final AuthenticateClient authenticateClient;
    private final ClientAssertion assertions;

    public ClientAuthentication(AuthenticateClient authenticateClient, ClientAssertion assertions) {
        this.authenticateClient = authenticateClient;
        this.assertions = assertions;
    }

    public Outcome authenticate(Tenant tenant, Presented presented, RequestOrigin origin) {
        if (presented.assertion().isPresent()) {
            return byAssertion(tenant, presented, presented.assertion().get(), origin);
        }
        if (presented.authorization().isPresent()) {
            return byHeader(tenant, presented, presented.authorization().get(), origin);
        }
        if (presented.clientId().isEmpty()) {
            return new NotAuthenticated(OAuthReply.of(OAuthErrors.invalidClient()));
        }
        AuthMethod method = presented.clientSecret().isPresent() ? AuthMethod.CLIENT_SECRET_POST : AuthMethod.NONE;
        return decide(
                tenant,
                new AuthenticateClient.Request(
                        new ClientId(presented.clientId().get()),
                        method,
                        presented.clientSecret().map(Secret::of),
                        origin));
    }

    private Outcome byAssertion(Tenant tenant, Presented presented, String assertion, RequestOrigin origin) {
        if (presented.authorization().isPresent() || presented.clientSecret().isPresent()) {
            return twice();
        }
        ClientAssertion.Presented jwt =
                new ClientAssertion.Presented(presented.assertionType().orElse(""), assertion, presented.clientId());
        return assertions
                .believe(tenant, jwt, origin)
                .<Outcome>map(Known::new)
                .orElseGet(() -> new NotAuthenticated(OAuthReply.of(OAuthErrors.invalidClient())));
    }

    private static Outcome twice() {
        return new NotAuthenticated(
                OAuthReply.of(OAuthErrors.invalidRequest("The client authenticates in more than one way.")));
    }

    /** A client "MUST NOT use more than one authentication method in each request" (RFC 6749 §2.3). */
    private Outcome byHeader(Tenant tenant, Presented presented, String header, RequestOrigin origin) {
        Optional<BasicCredentials> credentials = BasicCredentials.parse(header);
        if (credentials.isEmpty()) {
            return challenged(tenant);
        }
        ClientId client = credentials.get().client();
        boolean twice = presented.clientSecret().isPresent()
                || presented.clientId().filter(id -> !id.equals(client.value())).isPresent();
        if (twice) {
            return twice();
        }
        Outcome outcome = decide(
                tenant,
                new AuthenticateClient.Request(
                        client,
                        AuthMethod.CLIENT_SECRET_BASIC,
                        Optional.of(credentials.get().secret()),
                        origin));
        return outcome instanceof NotAuthenticated ? challenged(tenant) : outcome;
    }

    private Outcome decide(Tenant tenant, AuthenticateClient.Request request) {
        return switch (authenticateClient.authenticate(tenant.id(), request)) {
            case Authenticated(Client client) -> new Known(client);
            case Refused(var why) -> new NotAuthenticated(OAuthReply.of(OAuthErrors.invalidClient()));
        };
    }

    /** Who tried by a header is answered in one (RFC 6749 §5.2). */
    private static Outcome challenged(Tenant tenant) {
        return new NotAuthenticated(OAuthReply.of(OAuthErrors.invalidClient())
                .withHeader("WWW-Authenticate", "Basic realm=\"%s\", charset=\"UTF-8\"".formatted(tenant.issuer())));
    }

    /** What a request has of credentials: the {@code Authorization} header, and four parameters of the form. */
    public record Presented(
            Optional<String> authorization,
            Optional<String> clientId,
            Optional<String> clientSecret,
            Optional<String> assertionType,
            Optional<String> assertion) {

        /** There are secrets in it. */
        @Override
        public String toString() {
            return "Presented[clientId=%s]".formatted(clientId);
        }
    }

    public sealed interface Outcome {}

    public record Known(Client client) implements Outcome {}

    public record NotAuthenticated(OAuthReply reply) implements Outcome {}
}
