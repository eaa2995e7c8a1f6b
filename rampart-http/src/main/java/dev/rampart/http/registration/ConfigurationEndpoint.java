package dev.rampart.http.registration;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.registration.AdministerItself;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.oauth.Replies;
import dev.rampart.oauth.registration.RegistrationService;
import jakarta.inject.Inject;

/** {@code /oauth/register/{client_id}}: a client reads, replaces and removes itself (RFC 7592 §2). */
public final class ConfigurationEndpoint implements Endpoint {

    private final RegistrationService registrations;

    @Inject
    public ConfigurationEndpoint(RegistrationService registrations) {
        this.registrations = registrations;
    }

    @Override
    public Response handle(Request request) {
        ClientId id = new ClientId(request.variable("client"));
        AdministerItself.Credentials credentials = new AdministerItself.Credentials(
                id,
                RegistrationToken.of(request).orElse(Secret.of("")),
                request.origin().asRequestOrigin());
        return switch (request.method()) {
            case "PUT" -> replace(request, credentials);
            case "DELETE" ->
                registrations
                        .remove(request.tenant(), credentials)
                        .map(Replies::of)
                        .orElseGet(Response::noContent);
            default -> RegistrationAnswer.of(request, 200, registrations.read(request.tenant(), credentials));
        };
    }

    private Response replace(Request request, AdministerItself.Credentials credentials) {
        RegistrationBody body = RegistrationBody.read(request);
        return body.error()
                .map(Replies::of)
                .orElseGet(() -> RegistrationAnswer.of(
                        request,
                        200,
                        registrations.replace(
                                request.tenant(),
                                credentials,
                                RegistrationShape.client(credentials.client(), body.fields()))));
    }
}
