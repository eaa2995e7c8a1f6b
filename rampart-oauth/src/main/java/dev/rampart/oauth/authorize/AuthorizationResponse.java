package dev.rampart.oauth.authorize;

import com.nimbusds.oauth2.sdk.ErrorObject;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.Secret;
import dev.rampart.oauth.authorize.AuthorizationService.Answer;
import dev.rampart.oauth.authorize.AuthorizationService.Post;
import dev.rampart.oauth.authorize.AuthorizationService.Redirect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is sent to an application's redirect URI (RFC 6749 §4.1.2), with the issuer's name in it (RFC 9207 §2). */
record AuthorizationResponse(Tenant tenant, RedirectUri redirectUri, ResponseMode mode, Optional<String> state) {

    Answer code(Secret code) {
        return answer(Map.of("code", code.reveal()));
    }

    Answer error(ErrorObject error) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error.getCode());
        parameters.put("error_description", error.getDescription());
        return answer(parameters);
    }

    private Answer answer(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        state.ifPresent(value -> all.put("state", value));
        all.put("iss", tenant.issuer().value());
        String uri = redirectUri.value();
        return switch (mode) {
            // A query that the redirect URI has already is kept (RFC 6749 §3.1.2).
            case QUERY -> new Redirect(uri + (uri.indexOf('?') < 0 ? "?" : "&") + encoded(all));
            case FRAGMENT -> new Redirect(uri + "#" + encoded(all));
            case FORM_POST -> new Post(uri, all);
        };
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
