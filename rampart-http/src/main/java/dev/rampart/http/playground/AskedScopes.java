package dev.rampart.http.playground;

import static java.util.stream.Collectors.joining;

import dev.rampart.http.Parameter;
import dev.rampart.http.exchange.Request;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The scopes one can choose from: a field for each, since doubled ones are refused. */
final class AskedScopes {

    /** Of OIDC Core §5.4 and §11. */
    static final List<String> OFFERED = List.of("openid", "profile", "email", "address", "phone");

    /** Chosen to begin with. */
    static final Set<String> USUAL = Set.of("openid", "profile", "email");

    private static final String PREFIX = "scope_";
    private static final int LONGEST = 20;

    private AskedScopes() {}

    static Stream<Parameter> parameters() {
        return OFFERED.stream().map(scope -> Parameter.form(PREFIX + scope).max(LONGEST));
    }

    /** With a space between them (RFC 6749 §3.3). */
    static String of(Request request) {
        return OFFERED.stream()
                .filter(scope -> request.parameter(PREFIX + scope).isPresent())
                .collect(joining(" "));
    }
}
