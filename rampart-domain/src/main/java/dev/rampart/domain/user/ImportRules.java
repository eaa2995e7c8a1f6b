package dev.rampart.domain.user;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.user.ImportLine.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What nobody can be made of. */
record ImportRules(PasswordHasher hasher) {

    /** All that can be said without a look at who is there. */
    List<Reason> objections(ImportCandidate candidate, Authority by) {
        List<Reason> objections = new ArrayList<>();
        if (candidate.names().isEmpty()) {
            objections.add(Reason.NO_NAME);
        }
        boolean mayTouchPasswords = by.may(Permission.USER_SET_PASSWORD);
        if (candidate.line().password().isPresent() && !mayTouchPasswords) {
            objections.add(Reason.PASSWORD_FORBIDDEN);
        }
        if (candidate.user().passwordChangeRequired() && !mayTouchPasswords) {
            objections.add(Reason.DEMAND_FORBIDDEN);
        }
        candidate.line().password().flatMap(this::unfit).ifPresent(objections::add);
        if (!mayGive(candidate.line().roles(), by)) {
            objections.add(Reason.ROLES_FORBIDDEN);
        }
        return objections;
    }

    private Optional<Reason> unfit(PasswordHash hash) {
        return switch (hasher.fitness(hash)) {
            case FIT -> Optional.empty();
            case TOO_COSTLY -> Optional.of(Reason.HASH_TOO_COSTLY);
            case UNKNOWN_FORM -> Optional.of(Reason.HASH_UNKNOWN);
        };
    }

    /** Power over every organization is given by hand, to one person at a time. */
    private static boolean mayGive(Set<Role> roles, Authority by) {
        return roles.isEmpty()
                || (!roles.contains(Role.INSTANCE_ADMIN) && by.may(Permission.ROLE_ASSIGN) && by.covers(roles));
    }

    /** What is wrong with a name that an earlier line or somebody has. */
    static Optional<Reason> clash(CanonicalName name, boolean onEarlierLine, Set<CanonicalName> taken) {
        if (onEarlierLine) {
            return Optional.of(name.isEmail() ? Reason.EMAIL_ON_EARLIER_LINE : Reason.USERNAME_ON_EARLIER_LINE);
        }
        return taken.contains(name)
                ? Optional.of(name.isEmail() ? Reason.EMAIL_TAKEN : Reason.USERNAME_TAKEN)
                : Optional.empty();
    }
}
