package dev.rampart.http.page;

import dev.rampart.domain.client.ClientDisplay;
import dev.rampart.domain.shared.HttpsUri;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for somebody to sign in, and what it tells of itself (RFC 7591 §2).
 *
 * @param images what {@code img-src} has to allow for its logo
 */
public record Application(
        String name,
        @Nullable SafeUrl home,
        @Nullable String host,
        @Nullable SafeUrl logo,
        @Nullable SafeUrl policy,
        @Nullable SafeUrl terms,
        @Nullable String images) {

    /** Whether there is something to read before one decides. */
    public boolean hasPapers() {
        return policy != null || terms != null;
    }

    public static Application of(String name, ClientDisplay display) {
        return new Application(
                name,
                url(display.clientUri()),
                display.clientUri().map(Application::host).orElse(null),
                url(display.logoUri()),
                url(display.policyUri()),
                url(display.tosUri()),
                display.logoUri().map(HttpsUri::origin).orElse(null));
    }

    private static @Nullable SafeUrl url(Optional<HttpsUri> uri) {
        return uri.map(HttpsUri::value).map(SafeUrl::new).orElse(null);
    }

    private static String host(HttpsUri uri) {
        return uri.origin().substring("https://".length());
    }
}
