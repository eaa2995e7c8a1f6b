package dev.rampart.oauth;

import dev.rampart.domain.scope.Scope;
import java.util.List;

/** The scopes that mean something to the server itself. Applications may be registered for others, of their own. */
public final class SupportedScopes {

    private static final List<Scope> ALL =
            List.of(Scope.OPENID, Scope.PROFILE, Scope.EMAIL, Scope.ADDRESS, Scope.PHONE, Scope.OFFLINE_ACCESS);

    private SupportedScopes() {}

    public static List<String> names() {
        return ALL.stream().map(Scope::value).toList();
    }
}
