package dev.rampart.domain.user;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.role.Role;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Somebody who is to be imported, by the line of the file that tells of them.
 *
 * @param draft fills in a blank
 * @param password a hash, ours or one that another system made
 */
public record ImportLine(
        long number, UnaryOperator<ManagedUser> draft, Optional<PasswordHash> password, Set<Role> roles) {

    public ImportLine {
        roles = Set.copyOf(roles);
    }

    /** Something that is wrong with a line, so that nobody is made of it. */
    public record Rejection(long line, Reason why) {}

    /** What can be wrong with a line that is written rightly. */
    public enum Reason {
        /** Whoever imports may not demand that people choose other passwords. */
        DEMAND_FORBIDDEN,
        EMAIL_ON_EARLIER_LINE,
        EMAIL_TAKEN,
        HASH_TOO_COSTLY,
        HASH_UNKNOWN,
        /** Somebody else took the username or the address between the look and the write. */
        NAME_TAKEN_MEANWHILE,
        NO_NAME,
        PASSWORD_FORBIDDEN,
        ROLES_FORBIDDEN,
        USERNAME_ON_EARLIER_LINE,
        USERNAME_TAKEN
    }
}
