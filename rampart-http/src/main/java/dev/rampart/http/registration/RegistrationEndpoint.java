package dev.rampart.http.registration;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.registration.RegisterItself;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.oauth.Replies;
import dev.rampart.oauth.registration.RegistrationService;
import jakarta.inject.Inject;
import java.util.HexFormat;

/** {@code POST /oauth/register}: an application makes itself known (RFC 7591 §3). */
public final class RegistrationEndpoint implements Endpoint {

    private static final int ID_BYTES = 16;

    private final RegistrationService registrations;
    private final Entropy entropy;

    @Inject
    public RegistrationEndpoint(RegistrationService registrations, Entropy entropy) {
        this.registrations = registrations;
        this.entropy = entropy;
    }

    @Override
    public Response handle(Request request) {
        RegistrationBody body = RegistrationBody.read(request);
        if (body.error().isPresent()) {
            return Replies.of(body.error().get());
        }
        ClientId id = new ClientId(HexFormat.of().formatHex(entropy.next(ID_BYTES)));
        Client client = RegistrationShape.client(id, body.fields());
        RegisterItself.Wish wish = new RegisterItself.Wish(
                RegistrationToken.of(request), request.origin().asRequestOrigin());
        return RegistrationAnswer.of(request, 201, registrations.register(request.tenant(), client, wish));
    }
}
