package dev.rampart.oauth.authorize;

import com.nimbusds.oauth2.sdk.ErrorObject;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is sent to an application's redirect URI (RFC 6749 §4.1.2), with the issuer's name in it (RFC 9207 §2). */
record AuthorizationResponse(Tenant tenant, RedirectUri redirectUri, Optional<String> state) {

    String code(Secret code) {
        return location(Map.of("code", code.reveal()));
    }

    String error(ErrorObject error) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error.getCode());
        parameters.put("error_description", error.getDescription());
        return location(parameters);
    }

    /** A query that the redirect URI has already is kept (RFC 6749 §3.1.2). */
    private String location(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        state.ifPresent(value -> all.put("state", value));
        all.put("iss", tenant.issuer().value());
        String query = all.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return redirectUri.value() + (redirectUri.value().indexOf('?') < 0 ? "?" : "&") + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
