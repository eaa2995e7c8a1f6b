package dev.rampart.http.registration;

import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.http.client.ClientShape;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import dev.rampart.oauth.registration.RegistrationService.Kept;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A client as it describes itself (RFC 7591 §2), and as it is told what became of that (§3.2.1). */
final class RegistrationShape {

    /** What an administrator alone says of a client. */
    private static final Set<String> NOT_ITS_OWN = Set.of(
            "client_id",
            "client_id_issued_at",
            "allowed_origins",
            "access_token_signed_response_alg",
            "first_party",
            "enabled");

    private static final String CODE = "code";

    /** What a client may say. Whatever else it says means nothing here (RFC 7591 §2). */
    static final Shape METADATA = new Shape(
            "ClientMetadata",
            Stream.concat(
                            ClientShape.CLIENT.properties().stream()
                                    .filter(property -> !NOT_ITS_OWN.contains(property.name()))
                                    .map(RegistrationShape::optional),
                            Stream.of(Property.of("response_types", new Kind.ListOf(Kind.Choice.of(CODE), 1))))
                    .toList());

    private RegistrationShape() {}

    private static Property optional(Property property) {
        return Property.of(property.name(), property.kind());
    }

    /** A third party, until an administrator says otherwise. */
    static Client client(ClientId id, Fields sent) {
        ClientMetadata blank = ClientMetadata.of(
                        id.value(), AuthMethod.CLIENT_SECRET_BASIC, GrantType.AUTHORIZATION_CODE)
                .edit()
                .firstParty(false)
                .done();
        Client client = ClientShape.merged(sent, Client.registered(id, blank));
        return sent.has("client_name")
                ? client
                : client.withMetadata(
                        client.metadata().edit().name(name(client)).done());
    }

    /** People know a nameless application best by where it is. */
    private static String name(Client client) {
        return client.redirectUris().stream()
                .map(RedirectUri::origin)
                .flatMap(origin -> origin.stream())
                .sorted()
                .findFirst()
                .orElse(client.id().value());
    }

    static Map<String, Object> shown(Kept kept, String uri) {
        Map<String, Object> members = new LinkedHashMap<>(ClientShape.shown(kept.managed()));
        members.keySet().removeAll(Set.of("allowed_origins", "first_party", "enabled"));
        members.put("response_types", List.of(CODE));
        kept.secret().ifPresent(secret -> {
            members.put("client_secret", secret.reveal());
            members.put("client_secret_expires_at", 0);
        });
        members.put("registration_access_token", kept.token().reveal());
        members.put("registration_client_uri", uri);
        return members;
    }
}
