package dev.rampart.oauth;

import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.scope.Scopes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** The scopes that mean something to the server itself. Applications may be registered for others, of their own. */
public final class SupportedScopes {

    private static final List<Scope> ALL =
            List.of(Scope.OPENID, Scope.PROFILE, Scope.EMAIL, Scope.ADDRESS, Scope.PHONE, Scope.OFFLINE_ACCESS);

    private SupportedScopes() {}

    public static List<String> names() {
        return ALL.stream().map(Scope::value).toList();
    }

    /** Those of them that are among {@code scopes}; all of them if that is empty. */
    public static Scopes among(Scopes scopes) {
        return new Scopes(ALL.stream()
                .filter(scope -> scopes.values().isEmpty() || scopes.contains(scope))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
