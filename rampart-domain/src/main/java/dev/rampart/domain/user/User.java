package dev.rampart.domain.user;

import java.time.Instant;
import java.util.Optional;

/** A person of one organization. Has a username, an e-mail address, or both. */
public record User(
        UserId id,
        Optional<String> username,
        Optional<String> email,
        boolean emailVerified,
        Profile profile,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt) {

    /** What to call them: the name, else what they sign in with. */
    public String displayName() {
        return profile.get(StandardClaim.NAME)
                .or(() -> username)
                .or(() -> email)
                .orElseThrow();
    }
}
