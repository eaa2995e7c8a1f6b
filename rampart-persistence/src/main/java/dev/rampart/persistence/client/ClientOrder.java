package dev.rampart.persistence.client;

import static dev.rampart.persistence.schema.Tables.CLIENT;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.PageRequest.SortKey;
import dev.rampart.domain.shared.Position;
import dev.rampart.persistence.Keyset;

/**
 * The orders that a list of clients can be read in: by their ids, which is how they have always been listed, or names.
 */
final class ClientOrder {

    private ClientOrder() {}

    static Keyset keyset(PageRequest request) {
        return switch (request.order().key()) {
            case CLIENT_NAME ->
                Keyset.byTextAndId(
                        Keyset.byCharacters(CLIENT.CLIENT_NAME), Keyset.byCharacters(CLIENT.CLIENT_ID), request);
            case CREATED_AT -> Keyset.byText(CLIENT.CLIENT_ID, request);
            case EMAIL, NAME, SLUG, USERNAME ->
                throw Keyset.unknown(request.order().key());
        };
    }

    /** Where in that order a client stands. */
    static Position position(Client client, SortKey key) {
        return switch (key) {
            case CLIENT_NAME -> Position.of(client.name(), client.id().value());
            case CREATED_AT -> Position.of(client.id().value());
            case EMAIL, NAME, SLUG, USERNAME -> throw Keyset.unknown(key);
        };
    }
}
