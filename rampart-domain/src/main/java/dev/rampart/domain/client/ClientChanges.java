package dev.rampart.domain.client;

import dev.rampart.domain.audit.Change;
import java.util.HashMap;
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
        return Map.of(
                "client_name", client.name(),
                "token_endpoint_auth_method", client.authMethod().toString(),
                "grant_types", words(client.grantTypes().stream().map(GrantType::toString)),
                "redirect_uris", words(client.redirectUris().stream().map(RedirectUri::value)),
                "post_logout_redirect_uris",
                        words(client.postLogoutRedirectUris().stream().map(RedirectUri::value)),
                "allowed_origins", words(client.allowedOrigins().stream()),
                "scope", client.scopes().toString(),
                "algorithms",
                        client.idTokenAlgorithm()
                                + client.accessTokenAlgorithm()
                                        .map(algorithm -> " " + algorithm)
                                        .orElse(""),
                "default_max_age",
                        client.defaultMaxAge()
                                .map(age -> age.toSeconds() + " s")
                                .orElse(""),
                "enabled", Boolean.toString(client.enabled()));
    }

    private static String words(Stream<String> values) {
        return values.sorted().collect(Collectors.joining(" "));
    }
}
