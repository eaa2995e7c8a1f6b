package dev.rampart.persistence.client;

import static dev.rampart.persistence.schema.Tables.CLIENT;

import dev.rampart.domain.client.ClientDisplay;
import dev.rampart.domain.shared.HttpsUri;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** What people are shown of a client, as columns. */
public final class DisplayRow {

    public static final List<Field<String>> COLUMNS =
            List.of(CLIENT.CLIENT_URI, CLIENT.LOGO_URI, CLIENT.POLICY_URI, CLIENT.TOS_URI);

    private DisplayRow() {}

    public static ClientDisplay toDomain(Record row) {
        return new ClientDisplay(
                uri(row, CLIENT.CLIENT_URI),
                uri(row, CLIENT.LOGO_URI),
                uri(row, CLIENT.POLICY_URI),
                uri(row, CLIENT.TOS_URI));
    }

    static void put(Map<Field<?>, Object> row, ClientDisplay display) {
        Cells.put(
                row, CLIENT.CLIENT_URI, display.clientUri().map(HttpsUri::value).orElse(null));
        Cells.put(row, CLIENT.LOGO_URI, display.logoUri().map(HttpsUri::value).orElse(null));
        Cells.put(
                row, CLIENT.POLICY_URI, display.policyUri().map(HttpsUri::value).orElse(null));
        Cells.put(row, CLIENT.TOS_URI, display.tosUri().map(HttpsUri::value).orElse(null));
    }

    private static Optional<HttpsUri> uri(Record row, Field<String> column) {
        return Optional.ofNullable(row.get(column)).map(HttpsUri::new);
    }
}
