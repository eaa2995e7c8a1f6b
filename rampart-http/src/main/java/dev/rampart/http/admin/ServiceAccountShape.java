package dev.rampart.http.admin;

import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.ServiceAccount;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.http.client.ClientShape;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A service account as JSON: what is left of a client that acts for itself and for nobody else. */
final class ServiceAccountShape {

    private static final Set<String> OF_A_CLIENT = Set.of(
            "client_id", "client_name", "scope", "access_token_signed_response_alg", "enabled", "client_id_issued_at");

    static final Shape SERVICE_ACCOUNT =
            new Shape("ServiceAccount", properties().toList());

    /** What is answered when one is made: its secret stands in it this once. */
    static final Shape NEW_SERVICE_ACCOUNT = new Shape(
            "NewServiceAccount",
            Stream.concat(
                            properties(),
                            Stream.of(Property.of("client_secret", Kind.Text.upTo(128))
                                    .asReadOnly()))
                    .toList());

    private ServiceAccountShape() {}

    private static Stream<Property> properties() {
        Property roles = Property.of("roles", new Kind.ListOf(Kind.Text.upTo(64), Role.values().length + OwnRole.MAX))
                .asReadOnly();
        return Stream.concat(
                ClientShape.CLIENT.properties().stream().filter(property -> OF_A_CLIENT.contains(property.name())),
                Stream.of(roles));
    }

    /** One that can get tokens for itself, and may ask for nothing. */
    static Client blank(ClientId id) {
        return Client.registered(
                id, ClientMetadata.of(id.value(), AuthMethod.CLIENT_SECRET_BASIC, GrantType.CLIENT_CREDENTIALS));
    }

    /** What becomes of one. */
    static Client merged(Fields sent, Client before) {
        return ClientShape.merged(sent, before);
    }

    static Map<String, Object> shown(ServiceAccount account) {
        Map<String, Object> members = new LinkedHashMap<>(ClientShape.shown(account.managed()));
        members.keySet().retainAll(OF_A_CLIENT);
        members.put("roles", account.roles().stream().map(RoleKey::toString).toList());
        return members;
    }
}
