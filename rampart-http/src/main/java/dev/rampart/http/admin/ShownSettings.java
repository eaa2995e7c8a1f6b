package dev.rampart.http.admin;

import dev.rampart.domain.grant.RefreshTokens;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.settings.Branding;
import dev.rampart.domain.settings.ClientRegistration;
import dev.rampart.domain.settings.OrganizationSettings;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.settings.SessionPolicy;
import dev.rampart.domain.settings.TokenPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings as the API shows them: what holds, be it chosen or the server's.
 *
 * @param token how long access tokens and ID tokens are good unless an organization has chosen
 * @param code the same of authorization codes
 */
public record ShownSettings(Duration token, Duration code, RefreshTokens.Lifetimes refresh, SessionLimits sessions) {

    Map<String, Object> of(OrganizationSettings settings) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("password", password(settings.password()));
        members.put("session", session(settings.session()));
        members.put("token", token(settings.token()));
        members.put("client_registration", clientRegistration(settings.clientRegistration()));
        members.put("compatibility", settings.compatibility().toString());
        members.put("branding", branding(settings.branding()));
        return members;
    }

    private static Map<String, Object> password(PasswordPolicy policy) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("min_length", policy.shortest());
        members.put("max_length", policy.longest());
        members.put("blocked_words", policy.blockedWords());
        return members;
    }

    private Map<String, Object> session(SessionPolicy policy) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("idle_lifetime", policy.idle().orElse(sessions.idle()).toSeconds());
        members.put(
                "absolute_lifetime",
                policy.absolute().orElse(sessions.absolute()).toSeconds());
        members.put("max_per_user", policy.mostPerUser());
        return members;
    }

    private Map<String, Object> token(TokenPolicy policy) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token_lifetime", policy.accessToken().orElse(token).toSeconds());
        members.put("id_token_lifetime", policy.idToken().orElse(token).toSeconds());
        members.put("code_lifetime", policy.code().orElse(code).toSeconds());
        members.put(
                "refresh_token_idle_lifetime",
                policy.refreshIdle().orElse(refresh.idle()).toSeconds());
        members.put(
                "refresh_token_absolute_lifetime",
                policy.refreshAbsolute().orElse(refresh.absolute()).toSeconds());
        members.put("access_token_signing_alg", policy.algorithm().name());
        return members;
    }

    private static Map<String, Object> clientRegistration(ClientRegistration registration) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("mode", registration.mode().toString());
        members.put("max_clients", registration.mostClients());
        return members;
    }

    /** Only what was chosen: without it, pages look as they always do. */
    private static Map<String, Object> branding(Branding branding) {
        Map<String, Object> members = new LinkedHashMap<>();
        branding.displayName().ifPresent(name -> members.put("display_name", name));
        branding.logoUri().ifPresent(uri -> members.put("logo_uri", uri.value()));
        branding.primary().ifPresent(color -> members.put("primary_color", color.value()));
        branding.background().ifPresent(color -> members.put("background_color", color.value()));
        return members;
    }
}
