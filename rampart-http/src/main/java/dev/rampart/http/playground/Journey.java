package dev.rampart.http.playground;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.http.exchange.Cookie;
import dev.rampart.http.exchange.Cookie.SameSite;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.Request;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser takes along while it is away to sign in: whatever comes back has to fit it.
 *
 * @param state ties the answer to this browser (RFC 6749 §10.12)
 * @param nonce ties the ID token to this request (OIDC Core §15.5.2)
 * @param verifier shows that the code was asked for here (RFC 7636 §4.1)
 */
record Journey(Secret state, Secret nonce, Secret verifier) {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Pattern VALUE = Pattern.compile("([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{43})");
    private static final String NAME = "rampart_playground";
    private static final String PATH = "/";

    static Journey begin(Entropy entropy) {
        return new Journey(Secret.random(entropy), Secret.random(entropy), Secret.random(entropy));
    }

    /** The one this browser is on; nothing if it is on none, or brings what was never given to it. */
    static Optional<Journey> of(Request request) {
        return request.cookie(CookieNames.of(request.tenant()).name(NAME))
                .map(VALUE::matcher)
                .filter(Matcher::matches)
                .map(parts ->
                        new Journey(Secret.of(parts.group(1)), Secret.of(parts.group(2)), Secret.of(parts.group(3))));
    }

    /** What makes a browser forget the one it was on. */
    static Cookie forget(Tenant tenant) {
        return cookie(tenant, "", Duration.ZERO);
    }

    Cookie cookie(Tenant tenant) {
        return cookie(tenant, String.join(".", state.reveal(), nonce.reveal(), verifier.reveal()), LONGEST);
    }

    /** The verifier's SHA-256: {@code S256} (RFC 7636 §4.2). */
    String challenge() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(verifier).bytes());
    }

    /** Lax, for the way back begins at another page. */
    private static Cookie cookie(Tenant tenant, String value, Duration maxAge) {
        String name = CookieNames.of(tenant).name(NAME);
        return new Cookie(name, value, PATH, maxAge, tenant.issuer().isSecure(), true, SameSite.LAX);
    }
}
