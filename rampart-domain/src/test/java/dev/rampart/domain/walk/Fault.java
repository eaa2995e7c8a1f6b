package dev.rampart.domain.walk;

import dev.rampart.domain.access.Callers;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.HeldRole;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleHolders;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.role.RoleSet;
import dev.rampart.domain.role.Roles;
import dev.rampart.domain.testing.Twist;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A mistake that lets somebody get more than they should, for the walk to find.
 *
 * @param twist made anew for each walk, for it may remember something
 * @param roleChange who is believed to change a role
 */
record Fault(Supplier<Twist> twist, UnaryOperator<Authority> roleChange) {

    static final Fault NONE = of(() -> Twist.NONE);

    /** What a group carries is taken to be what it was given itself. */
    static final Fault NESTED_GROUPS_FORGOTTEN =
            of(() -> Twist.ofRoles((roles, others) -> new Flat(roles, others::roleHolders)));

    /** Whoever may change roles at all may change any, to anything. */
    static final Fault ROLE_CHANGED_UNCHECKED = new Fault(
            () -> Twist.NONE,
            authority -> new Authority(authority.cause(), Set.of(Permission.values()), Set.of("editor", "viewer")));

    /** What a caller holds is asked once, and believed from then on. */
    static final Fault STALE_RIGHTS = of(() -> {
        Map<Callers.Identity, Callers.Answer> believed = new HashMap<>();
        return Twist.ofCallers((callers, _) -> new Stale(callers, believed));
    });

    /** Nobody asks who would be left. */
    static final Fault LAST_OWNER_FORGOTTEN = of(() -> Twist.ofRoleHolders((holders, _) -> new Careless(holders)));

    /** Nobody asks what the person may do whose password is set. */
    static final Fault PEOPLE_TAKEN_FOR_POWERLESS = of(() -> Twist.ofRoles((roles, _) -> new Powerless(roles)));

    private static Fault of(Supplier<Twist> twist) {
        return new Fault(twist, UnaryOperator.identity());
    }

    private record Stale(Callers right, Map<Identity, Answer> believed) implements Callers {

        @Override
        public Answer admit(Asking asking, Instant now) {
            return believed.computeIfAbsent(asking.who(), _ -> right.admit(asking, now));
        }
    }

    private record Flat(Roles right, Supplier<RoleHolders> holders) implements Roles {

        @Override
        public void assign(RoleHolder holder, RoleKey role) {
            right.assign(holder, role);
        }

        @Override
        public void withdraw(RoleHolder holder, RoleKey role) {
            right.withdraw(holder, role);
        }

        @Override
        public Rights of(RoleHolder holder) {
            if (holder.kind() != RoleHolder.Kind.GROUP) {
                return right.of(holder);
            }
            RoleSet given = holders.get().given(holder);
            Set<Permission> permissions = new HashSet<>();
            Set<String> applicationRoles = new HashSet<>();
            for (OwnRole role : given.own()) {
                permissions.addAll(role.permissions());
                applicationRoles.addAll(role.applicationRoles());
            }
            return new Rights(given.builtIn(), permissions, applicationRoles);
        }

        @Override
        public boolean isHeldByAPerson(Role role) {
            return right.isHeldByAPerson(role);
        }
    }

    private record Powerless(Roles right) implements Roles {

        @Override
        public void assign(RoleHolder holder, RoleKey role) {
            right.assign(holder, role);
        }

        @Override
        public void withdraw(RoleHolder holder, RoleKey role) {
            right.withdraw(holder, role);
        }

        @Override
        public Rights of(RoleHolder holder) {
            return holder.kind() == RoleHolder.Kind.USER ? Rights.NONE : right.of(holder);
        }

        @Override
        public boolean isHeldByAPerson(Role role) {
            return right.isHeldByAPerson(role);
        }
    }

    private record Careless(RoleHolders right) implements RoleHolders {

        @Override
        public boolean isThere(RoleHolder holder) {
            return right.isThere(holder);
        }

        @Override
        public boolean lock(RoleHolder holder) {
            return right.lock(holder);
        }

        @Override
        public RoleSet given(RoleHolder holder) {
            return right.given(holder);
        }

        @Override
        public List<HeldRole> ways(RoleHolder holder) {
            return right.ways(holder);
        }

        @Override
        public void holdOwners() {
            right.holdOwners();
        }

        @Override
        public boolean keepsAnOwner(Loss loss) {
            return true;
        }
    }
}
