package dev.rampart.http.page;

import dev.rampart.domain.settings.Branding;
import dev.rampart.domain.settings.LogoUri;
import org.jspecify.annotations.Nullable;

/**
 * How an organization has its pages look.
 *
 * @param css its style sheet, beside the one of all pages
 * @param logo in the place of ours
 * @param images where the browser may load it from
 */
public record Look(
        @Nullable String css,
        @Nullable SafeUrl logo,
        @Nullable String images) {

    /** As we make them. */
    public static final Look PLAIN = new Look(null, null, null);

    public static Look of(Branding branding) {
        boolean plain = branding.logoUri().isEmpty()
                && branding.primary().isEmpty()
                && branding.background().isEmpty();
        return plain
                ? PLAIN
                : new Look(
                        new BrandStyle(branding.primary(), branding.background()).href(),
                        branding.logoUri().map(uri -> new SafeUrl(uri.value())).orElse(null),
                        branding.logoUri().map(LogoUri::origin).orElse(null));
    }
}
