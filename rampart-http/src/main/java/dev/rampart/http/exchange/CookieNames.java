package dev.rampart.http.exchange;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.Cookie.SameSite;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of one organization: what they are called, and how far they reach.
 *
 * <p>Over https the names have the prefix that makes a browser refuse them from anywhere else: {@code __Host-} at the
 * root of a host, {@code __Secure-} beneath a path, where the slug is part of the name as well. Plain http, which is
 * for loopback, has no prefix.
 */
public final class CookieNames {

    private final String prefix;
    private final String suffix;
    private final String path;
    private final boolean secure;

    private CookieNames(String prefix, String suffix, String path, boolean secure) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.path = path;
        this.secure = secure;
    }

    public static CookieNames of(Tenant tenant) {
        boolean secure = tenant.issuer().isSecure();
        return tenant.isAtRoot()
                ? new CookieNames(secure ? "__Host-" : "", "", "/", secure)
                : new CookieNames(
                        secure ? "__Secure-" : "",
                        "_" + tenant.slug(),
                        tenant.issuer().path() + "/",
                        secure);
    }

    /** Of the cookie that stands for a signed-in person. */
    public String session() {
        return name("rampart_session");
    }

    /** Of the cookie that stands for a browser before anybody has signed in. */
    public String browser() {
        return name("rampart_browser");
    }

    public String name(String base) {
        return prefix + base + suffix;
    }

    /** The session cookie; kept until the browser closes if {@code maxAge} is null. */
    public Cookie session(Secret value, @Nullable Duration maxAge) {
        return cookie(session(), value.reveal(), maxAge);
    }

    /** The browser cookie; kept until the browser closes if {@code maxAge} is null. */
    public Cookie browser(Secret value, @Nullable Duration maxAge) {
        return cookie(browser(), value.reveal(), maxAge);
    }

    /** What makes a browser forget the cookie of that full name. */
    public Cookie forget(String name) {
        return cookie(name, "", Duration.ZERO);
    }

    private Cookie cookie(String name, String value, @Nullable Duration maxAge) {
        return new Cookie(name, value, path, maxAge, secure, true, SameSite.LAX);
    }
}
