package dev.rampart.http.exchange;

import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import java.util.Base64;

/**
 * What a page must send back to show that it is one of ours: derived from the cookie, so that nothing is stored, and
 * only by who can read it.
 *
 * <p>It comes in the form field {@link #FIELD}, or with a script's request in the header {@link #HEADER}.
 */
public final class CsrfToken {

    /** The form field that carries it. */
    public static final String FIELD = "csrf";

    /** The header that carries it where there is no form. */
    public static final String HEADER = "X-CSRF-Token";

    private CsrfToken() {}

    /** The token that belongs to a session or browser cookie. */
    public static String of(Secret cookie) {
        byte[] digest = Sha256.of(Secret.of("csrf:" + cookie.reveal())).bytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Whether a page sent the token of that cookie. Takes the same time wherever they differ. */
    public static boolean matches(Secret cookie, String sent) {
        return Secret.of(of(cookie)).equals(Secret.of(sent));
    }
}
