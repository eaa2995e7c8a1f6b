package dev.rampart.domain.testing;

import dev.rampart.domain.Stores;
import dev.rampart.domain.access.Callers;
import dev.rampart.domain.role.RoleHolders;
import dev.rampart.domain.role.Roles;

/** What is wrong with stores, so that a test can show that it would notice. */
public record Twist(Wrong<Callers> callers, Wrong<Roles> roles, Wrong<RoleHolders> roleHolders) {

    /** Nothing. */
    public static final Twist NONE = new Twist(right(), right(), right());

    public static Twist ofCallers(Wrong<Callers> callers) {
        return new Twist(callers, right(), right());
    }

    public static Twist ofRoles(Wrong<Roles> roles) {
        return new Twist(right(), roles, right());
    }

    public static Twist ofRoleHolders(Wrong<RoleHolders> roleHolders) {
        return new Twist(right(), right(), roleHolders);
    }

    private static <S> Wrong<S> right() {
        return (right, _) -> right;
    }

    /** Makes a wrong store of a right one, perhaps by what others of the same unit of work say. */
    @FunctionalInterface
    public interface Wrong<S> {
        S of(S right, Stores others);
    }
}
