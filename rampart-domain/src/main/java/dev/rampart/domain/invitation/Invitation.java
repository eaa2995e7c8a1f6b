package dev.rampart.domain.invitation;

import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who was asked to join.
 *
 * @param roles what they start with
 * @param version counts changes
 */
public record Invitation(
        InvitationId id,
        MailAddress email,
        Set<Role> roles,
        Names names,
        long version,
        Instant createdAt,
        Instant expiresAt,
        Optional<End> end) {

    public Invitation {
        roles = Set.copyOf(roles);
    }

    /** What is known of somebody beforehand. {@code locale} is a language tag. */
    public record Names(Optional<String> given, Optional<String> family, Optional<String> locale) {

        public static final Names UNKNOWN = new Names(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How it ended, if it did not just expire. */
    public sealed interface End {

        Instant at();

        record Accepted(Instant at, UserId by) implements End {}

        record Revoked(Instant at) implements End {}
    }

    /** How it stands. */
    public enum State {
        PENDING,
        ACCEPTED,
        REVOKED,
        EXPIRED
    }

    /** One that is taken back after it had expired has expired. */
    public State state(Instant now) {
        return switch (end.orElse(null)) {
            case End.Accepted _ -> State.ACCEPTED;
            case End.Revoked(Instant at) -> at.isBefore(expiresAt) ? State.REVOKED : State.EXPIRED;
            case null -> now.isBefore(expiresAt) ? State.PENDING : State.EXPIRED;
        };
    }
}
