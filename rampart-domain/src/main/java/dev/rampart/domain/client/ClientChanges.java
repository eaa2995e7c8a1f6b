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
public final class ClientChanges {

    private ClientChanges() {}

    public static Map<String, Change> between(Client before, Client after) {
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
        addTokens(fields, metadata);
        addKeys(fields, metadata);
        addLogout(fields, metadata.logout());
        fields.put("client_uri", text(display.clientUri()));
        fields.put("logo_uri", text(display.logoUri()));
        fields.put("policy_uri", text(display.policyUri()));
        fields.put("tos_uri", text(display.tosUri()));
        fields.put("application_type", metadata.profile().type().toString());
        fields.put("contacts", words(metadata.profile().contacts().stream()));
        fields.put("initiate_login_uri", text(metadata.profile().initiateLoginUri()));
        fields.put("first_party", Boolean.toString(metadata.firstParty()));
        fields.put("enabled", Boolean.toString(client.enabled()));
        return fields;
    }

    private static void addTokens(Map<String, String> fields, ClientMetadata metadata) {
        ClientTokens tokens = metadata.tokens();
        fields.put("id_token_signed_response_alg", tokens.idToken().name());
        fields.put("access_token_signed_response_alg", text(tokens.accessToken()));
        fields.put("userinfo_signed_response_alg", text(tokens.userinfo()));
        fields.put("subject_type", metadata.subjects().type().toString());
        fields.put("sector_identifier_uri", text(metadata.subjects().sectorUri()));
        fields.put("default_max_age", text(metadata.signIn().maxAge().map(Duration::toSeconds)));
        fields.put("default_acr_values", String.join(" ", metadata.signIn().acrValues()));
    }

    private static void addKeys(Map<String, String> fields, ClientMetadata metadata) {
        fields.put("jwks", text(metadata.keys().jwks()));
        fields.put("jwks_uri", text(metadata.keys().jwksUri()));
        fields.put("token_endpoint_auth_signing_alg", text(metadata.keys().algorithm()));
        RequestObjectPolicy objects = metadata.requestObjects();
        fields.put("request_object_signing_alg", text(objects.algorithm()));
        fields.put("require_signed_request_object", Boolean.toString(objects.required()));
        fields.put("request_uris", words(objects.requestUris().stream()));
    }

    private static void addLogout(Map<String, String> fields, ClientLogout logout) {
        fields.put("frontchannel_logout_uri", text(logout.frontchannelUri()));
        fields.put("frontchannel_logout_session_required", Boolean.toString(logout.frontchannelSessionRequired()));
        fields.put("backchannel_logout_uri", text(logout.backchannelUri()));
        fields.put("backchannel_logout_session_required", Boolean.toString(logout.backchannelSessionRequired()));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String words(Stream<String> values) {
        return values.sorted().collect(Collectors.joining(" "));
    }
}
