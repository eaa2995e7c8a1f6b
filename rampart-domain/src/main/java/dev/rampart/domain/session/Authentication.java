package dev.rampart.domain.session;

import java.time.Instant;
import java.util.List;

/**
 * How and when a person proved who they are.
 *
 * @param acr how strongly, as a URN (OIDC Core §2)
 * @param amr by what (RFC 8176 §2)
 */
public record Authentication(Instant time, String acr, List<String> amr) {

    /** By one factor alone. */
    public static final String SINGLE_FACTOR = "urn:rampart:acr:1fa";

    public Authentication {
        amr = List.copyOf(amr);
    }

    public static Authentication byPassword(Instant now) {
        return new Authentication(now, SINGLE_FACTOR, List.of("pwd"));
    }
}
