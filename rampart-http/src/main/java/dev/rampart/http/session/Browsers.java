package dev.rampart.http.session;

import dev.rampart.domain.session.Browser;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.Request;
import java.util.Optional;

/** The browser that a request came from, by its cookies. */
public final class Browsers {

    private Browsers() {}

    public static Browser of(Request request) {
        CookieNames names = CookieNames.of(request.tenant());
        return new Browser(
                cookie(request, names.browser()),
                cookie(request, names.session()),
                request.origin().asRequestOrigin());
    }

    private static Optional<Secret> cookie(Request request, String name) {
        return request.cookie(name).filter(value -> !value.isEmpty()).map(Secret::of);
    }
}
