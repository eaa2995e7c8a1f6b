package dev.rampart.http;

import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each kind of answer tells a browser not to do. */
public final class SecurityHeaders {

    /** The one header of these that a page may bring itself. */
    public static final String POLICY = "Content-Security-Policy";

    private static final String OWN_IMAGES = "img-src 'self' data:";

    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    /** Own files only; nothing inline, no plug-ins, no other base, in nobody's frame. */
    private static final String OWN_FILES = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + OWN_IMAGES + "; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private static final String OWN_FORMS = OWN_FILES + "; form-action 'self'";

    private static final String POSTS_ON =
            "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Looks as it says it does, and can do nothing. */
    private static final String SHOWN_AND_NO_MORE = "sandbox; default-src 'none'; style-src 'unsafe-inline'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Passkeys are asked for by our own pages. */
    private static final String PERMISSIONS = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    private SecurityHeaders() {}

    /** The headers of an answer of that kind, on a server whose issuer is https or not. */
    public static Map<String, String> of(PageKind kind, boolean secureIssuer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(POLICY, policy(kind));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        if (kind != PageKind.NONE) {
            headers.put("Permissions-Policy", PERMISSIONS);
            headers.put("Cross-Origin-Resource-Policy", "same-origin");
        }
        if (kind == PageKind.ACCOUNT || kind == PageKind.ADMIN) {
            headers.put("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (secureIssuer) {
            headers.put("Strict-Transport-Security", ONE_YEAR);
        }
        return headers;
    }

    /** A page that may load images from one more origin. */
    public static Response withImages(Response page, String origin) {
        return page.withHeader(POLICY, OWN_FILES.replace(OWN_IMAGES, OWN_IMAGES + " " + origin));
    }

    /** A page that may show these origins in frames, and has its other liberties as it had them. */
    public static Response withFrames(Response page, String origins) {
        String policy = String.join("; ", page.headers().getOrDefault(POLICY, List.of(OWN_FILES)));
        return page.withHeader(POLICY, policy + "; frame-src " + origins);
    }

    /** No {@code form-action} where a form may lead to an application: Chromium holds it against the redirect. */
    private static String policy(PageKind kind) {
        return switch (kind) {
            case NONE -> NO_PAGE;
            case SIGN_IN, PLAYGROUND -> OWN_FILES;
            case ACCOUNT, ADMIN -> OWN_FORMS;
            case FORM_POST -> POSTS_ON;
            case MAIL -> SHOWN_AND_NO_MORE;
        };
    }
}
