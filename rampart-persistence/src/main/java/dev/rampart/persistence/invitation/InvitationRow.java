package dev.rampart.persistence.invitation;

import static dev.rampart.persistence.schema.Tables.INVITATION;

import dev.rampart.domain.invitation.Invitation;
import dev.rampart.domain.invitation.InvitationId;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;

/** An invitation as the columns of a row. */
final class InvitationRow {

    /** All that {@link #toDomain} needs. */
    static final List<Field<?>> COLUMNS = List.of(
            INVITATION.INVITATION_ID,
            INVITATION.EMAIL,
            INVITATION.ROLES,
            INVITATION.GIVEN_NAME,
            INVITATION.FAMILY_NAME,
            INVITATION.LOCALE,
            INVITATION.VERSION,
            INVITATION.CREATED_AT,
            INVITATION.EXPIRES_AT,
            INVITATION.REVOKED_AT,
            INVITATION.ACCEPTED_AT,
            INVITATION.USER_ID);

    private InvitationRow() {}

    static Invitation toDomain(Record row) {
        return new Invitation(
                new InvitationId(row.get(INVITATION.INVITATION_ID)),
                new MailAddress(row.get(INVITATION.EMAIL)),
                roles(row.get(INVITATION.ROLES)),
                new Invitation.Names(
                        Optional.ofNullable(row.get(INVITATION.GIVEN_NAME)),
                        Optional.ofNullable(row.get(INVITATION.FAMILY_NAME)),
                        Optional.ofNullable(row.get(INVITATION.LOCALE))),
                row.get(INVITATION.VERSION),
                row.get(INVITATION.CREATED_AT),
                row.get(INVITATION.EXPIRES_AT),
                end(row));
    }

    static String words(Collection<Role> roles) {
        return roles.stream().map(Role::toString).sorted().collect(Collectors.joining(" "));
    }

    /** A role that this version does not know is not given. */
    private static Set<Role> roles(String words) {
        return Arrays.stream(words.split(" ", -1))
                .flatMap(word -> Role.parse(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Invitation.End> end(Record row) {
        Instant accepted = row.get(INVITATION.ACCEPTED_AT);
        UUID user = row.get(INVITATION.USER_ID);
        if (accepted != null && user != null) {
            return Optional.of(new Invitation.End.Accepted(accepted, new UserId(user)));
        }
        return Optional.ofNullable(row.get(INVITATION.REVOKED_AT)).map(Invitation.End.Revoked::new);
    }
}
