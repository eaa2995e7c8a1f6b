package dev.rampart.domain.settings;

import dev.rampart.domain.audit.Change;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What changed about settings, field by field, for the audit log. Empty: what the server has. */
final class SettingsChanges {

    private SettingsChanges() {}

    static Map<String, Change> between(OrganizationSettings before, OrganizationSettings after) {
        Map<String, Optional<String>> old = fields(before);
        Map<String, Change> changes = new HashMap<>();
        fields(after).forEach((field, value) -> {
            Optional<String> was = old.getOrDefault(field, Optional.empty());
            if (!was.equals(value)) {
                changes.put(field, new Change(was, value));
            }
        });
        return changes;
    }

    private static Map<String, Optional<String>> fields(OrganizationSettings settings) {
        PasswordPolicy password = settings.password();
        SessionPolicy session = settings.session();
        TokenPolicy token = settings.token();
        Branding branding = settings.branding();
        Map<String, Optional<String>> fields = new LinkedHashMap<>();
        fields.put("password.min_length", text(password.minLength()));
        fields.put("password.max_length", text(password.maxLength()));
        fields.put("password.blocked_words", words(password));
        fields.put("session.idle_lifetime", seconds(session.idle()));
        fields.put("session.absolute_lifetime", seconds(session.absolute()));
        fields.put("session.max_per_user", text(session.maxPerUser()));
        fields.put("token.access_token_lifetime", seconds(token.accessToken()));
        fields.put("token.id_token_lifetime", seconds(token.idToken()));
        fields.put("token.code_lifetime", seconds(token.code()));
        fields.put("token.refresh_token_idle_lifetime", seconds(token.refreshIdle()));
        fields.put("token.refresh_token_absolute_lifetime", seconds(token.refreshAbsolute()));
        fields.put("token.access_token_signing_alg", text(token.accessTokenAlgorithm()));
        ClientRegistration registration = settings.clientRegistration();
        fields.put("client_registration.mode", Optional.of(registration.mode().toString()));
        fields.put("client_registration.max_clients", text(registration.maxClients()));
        fields.put("compatibility", Optional.of(settings.compatibility().toString()));
        fields.put("branding.display_name", branding.displayName());
        fields.put("branding.logo_uri", text(branding.logoUri()));
        fields.put("branding.primary_color", text(branding.primary()));
        fields.put("branding.background_color", text(branding.background()));
        return fields;
    }

    private static Optional<String> words(PasswordPolicy password) {
        return Optional.of(String.join(" ", password.blockedWords())).filter(text -> !text.isEmpty());
    }

    private static Optional<String> text(Optional<?> value) {
        return value.map(Object::toString);
    }

    private static Optional<String> seconds(Optional<Duration> lifetime) {
        return lifetime.map(value -> Long.toString(value.toSeconds()));
    }
}
