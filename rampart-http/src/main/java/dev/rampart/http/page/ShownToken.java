package dev.rampart.http.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token as the playground shows it: raw and, if it is a signed JWT, its header and claims.
 *
 * <p>Nothing is verified here: that is the business of whoever got the token.
 */
record ShownToken(String id, String title, String raw, String header, List<ShownClaim> claims) {

    private static final Pattern COMPACT = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]*");

    static ShownToken of(String id, String raw, Texts texts) {
        String title = texts.get("playground." + id.replace('-', '_'));
        var parts = COMPACT.matcher(raw);
        if (!parts.matches()) {
            return new ShownToken(id, title, raw, "", List.of());
        }
        String header = decode(parts.group(1)).map(Json::pretty).orElse("");
        List<ShownClaim> claims = decode(parts.group(2)).flatMap(Json::object).stream()
                .flatMap(payload -> payload.properties().stream())
                .map(claim -> ShownClaim.of(claim.getKey(), claim.getValue(), texts))
                .toList();
        return new ShownToken(id, title, raw, header, claims);
    }

    /** Whether there is something to show beside the token itself. */
    boolean readable() {
        return !claims.isEmpty();
    }

    private static Optional<String> decode(String part) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Not a JWT after all: its length is impossible in base64url.
        }
    }
}
