package dev.rampart.oauth.authorize;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.rampart.oauth.client.ClientJwt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The claims of a request object as the parameters that they stand for (RFC 9101 §4). */
final class RequestClaims {

    /** Those of the JWT itself (RFC 7519 §4.1). */
    private static final Set<String> OF_THE_JWT = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

    private RequestClaims() {}

    /** Numbers are written down, objects are JSON; nothing if there is something else among them. */
    static Optional<Map<String, List<String>>> of(ClientJwt jwt) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (Map.Entry<String, Object> claim : jwt.claims().getClaims().entrySet()) {
            if (OF_THE_JWT.contains(claim.getKey())) {
                continue;
            }
            Optional<List<String>> values =
                    Optional.ofNullable(claim.getValue()).flatMap(RequestClaims::values);
            if (values.isEmpty()) {
                return Optional.empty();
            }
            parameters.put(claim.getKey(), values.get());
        }
        return Optional.of(parameters);
    }

    private static Optional<List<String>> values(Object value) {
        return switch (value) {
            case String text -> Optional.of(List.of(text));
            case Long number -> Optional.of(List.of(number.toString()));
            case Integer number -> Optional.of(List.of(number.toString()));
            case Boolean flag -> Optional.of(List.of(flag.toString()));
            case Map<?, ?> object -> Optional.of(List.of(json(object)));
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                Optional.of(list.stream().map(String.class::cast).toList());
            default -> Optional.empty();
        };
    }

    private static String json(Map<?, ?> object) {
        Map<String, Object> members = new TreeMap<>();
        object.forEach((name, value) -> members.put(String.valueOf(name), value));
        return JSONObjectUtils.toJSONString(members);
    }
}
