package dev.rampart.domain.role;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A built-in role, by its name in tokens. What it may do is settled here and cannot be edited. */
public enum Role implements RoleKey {
    /** Everything in one organization. */
    OWNER("owner", permission -> permission != Permission.ORGANIZATION_CREATE),
    /** Everything but the end of the organization. */
    ADMIN(
            "admin",
            permission -> permission != Permission.ORGANIZATION_CREATE && permission != Permission.ORGANIZATION_DELETE),
    /** Looks at everything, changes nothing. */
    AUDITOR("auditor", Permission::isReading),
    /** Helps people who cannot sign in. */
    HELPDESK("helpdesk", Helpdesk.MAY::contains),
    /** In the default organization only: holds every permission in every organization. */
    INSTANCE_ADMIN("instance-admin", _ -> true);

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // It is an unmodifiable set.
    private final Set<Permission> permissions;

    /** An enum cannot refer to a constant of its own before it is there. */
    private static final class Helpdesk {
        private static final Set<Permission> MAY = EnumSet.of(
                Permission.CONSENT_READ,
                Permission.GROUP_READ,
                Permission.INVITATION_READ,
                Permission.ORGANIZATION_READ,
                Permission.ROLE_READ,
                Permission.SESSION_END,
                Permission.SESSION_READ,
                Permission.USER_READ,
                Permission.USER_RESET_FACTORS);
    }

    Role(String text, Predicate<Permission> holds) {
        this.text = text;
        EnumSet<Permission> held = EnumSet.allOf(Permission.class);
        held.removeIf(holds.negate());
        this.permissions = Collections.unmodifiableSet(held);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public static Optional<Role> parse(String text) {
        return Arrays.stream(values()).filter(role -> role.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
