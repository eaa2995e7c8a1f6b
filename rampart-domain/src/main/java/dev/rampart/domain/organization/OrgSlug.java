package dev.rampart.domain.organization;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names an organization in paths, as in {@code /o/{slug}}: 1 to 63 lower-case letters, digits and hyphens. */
public record OrgSlug(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** The organization that stands at the issuer's root. */
    public static final OrgSlug DEFAULT = new OrgSlug("default");

    public OrgSlug {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a slug: " + value);
        }
    }

    public static Optional<OrgSlug> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new OrgSlug(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
