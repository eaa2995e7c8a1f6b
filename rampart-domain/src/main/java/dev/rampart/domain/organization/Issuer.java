package dev.rampart.domain.organization;

import java.net.URI;

/**
 * The URL that stands for an organization in tokens, and beneath which all it offers is found (OIDC Discovery §3).
 *
 * <p>Never ends in a slash: {@code https://id.example}, {@code https://id.example/o/acme}.
 */
public record Issuer(String value) {

    public Issuer {
        if (value.endsWith("/")) {
            throw new IllegalArgumentException("an issuer does not end in a slash: " + value);
        }
    }

    /** The issuer of an organization of that name on a server whose own is this. */
    public Issuer of(OrgSlug slug) {
        return slug.equals(OrgSlug.DEFAULT) ? this : new Issuer(value + "/o/" + slug);
    }

    /** A URL beneath it. {@code path} starts with a slash. */
    public String at(String path) {
        return value + path;
    }

    /** What stands between the host and the pages: empty, or {@code /o/acme}. */
    public String path() {
        return URI.create(value).getRawPath();
    }

    public boolean isSecure() {
        return value.startsWith("https:");
    }

    @Override
    public String toString() {
        return value;
    }
}
