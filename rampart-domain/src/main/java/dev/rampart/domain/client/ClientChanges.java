package dev.rampart.domain.client;

import dev.rampart.domain.audit.Change;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed about a client, field by field, for the audit log. */
final class ClientChanges {

    private ClientChanges() {}

    static Map<String, Change> between(Client before, Client after) {
        Map<String, String> old = fields(before);
        Map<String, Change> changes = new HashMap<>();
        fields(after).forEach((field, value) -> {
            String was = old.getOrDefault(field, "");
            if (!was.equals(value)) {
                changes.put(field, new Change(Optional.of(was), Optional.of(value)));
            }
        });
        return changes;
    }

    private static Map<String, String> fields(Client client) {
        ClientMetadata metadata = client.metadata();
        ClientDisplay display = metadata.display();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_name", metadata.name());
        fields.put("token_endpoint_auth_method", metadata.authMethod().toString());
        fields.put("grant_types", words(metadata.grantTypes().stream().map(GrantType::toString)));
        fields.put("redirect_uris", words(metadata.redirectUris().stream().map(RedirectUri::value)));
        fields.put(
                "post_logout_redirect_uris",
                words(metadata.postLogoutRedirectUris().stream().map(RedirectUri::value)));
        fields.put("allowed_origins", words(metadata.allowedOrigins().stream()));
        fields.put("scope", metadata.scopes().toString());
        fields.put("id_token_signed_response_alg", metadata.idTokenAlgorithm().name());
        fields.put("access_token_signed_response_alg", text(metadata.accessTokenAlgorithm()));
        fields.put("default_max_age", text(metadata.defaultMaxAge().map(Duration::toSeconds)));
        fields.put("client_uri", text(display.clientUri()));
        fields.put("logo_uri", text(display.logoUri()));
        fields.put("policy_uri", text(display.policyUri()));
        fields.put("tos_uri", text(display.tosUri()));
        fields.put("first_party", Boolean.toString(metadata.firstParty()));
        fields.put("enabled", Boolean.toString(client.enabled()));
        return fields;
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String words(Stream<String> values) {
        return values.sorted().collect(Collectors.joining(" "));
    }
}
