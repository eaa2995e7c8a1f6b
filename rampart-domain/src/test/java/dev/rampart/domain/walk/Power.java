package dev.rampart.domain.walk;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A set of rights: a bit for each permission, then one for each thing that somebody may be to applications. */
record Power(long bits) {

    static final Power NONE = new Power(0);

    private static final List<String> APPLICATION_ROLES = List.of("editor", "viewer");
    private static final Map<Permission, Long> PERMISSIONS = new EnumMap<>(Permission.class);
    private static final Map<String, Long> APPLICATION_BITS = new HashMap<>();

    private static final Map<Role, Power> BUILT_IN = new EnumMap<>(Role.class);

    static {
        long bit = 1;
        for (Permission permission : Permission.values()) {
            PERMISSIONS.put(permission, bit);
            bit <<= 1;
        }
        for (String role : APPLICATION_ROLES) {
            APPLICATION_BITS.put(role, bit);
            bit <<= 1;
        }
        for (Role role : Role.values()) {
            BUILT_IN.put(role, of(role.permissions(), Set.of()));
        }
    }

    /** Every application role that there is in a walk. */
    static final Power APPLICATIONS = of(Set.of(), APPLICATION_ROLES);

    static final Power PERMITTED = of(PERMISSIONS.keySet(), Set.of());

    static Power of(Role role) {
        return BUILT_IN.getOrDefault(role, NONE);
    }

    static Power of(RoleSet roles) {
        Power power = NONE;
        for (Role role : roles.builtIn()) {
            power = power.and(of(role));
        }
        for (OwnRole role : roles.own()) {
            power = power.and(of(role.permissions(), role.applicationRoles()));
        }
        return power;
    }

    static Power of(Collection<Permission> permissions, Collection<String> applicationRoles) {
        long bits = 0;
        for (Permission permission : permissions) {
            bits |= PERMISSIONS.getOrDefault(permission, 0L);
        }
        for (String role : applicationRoles) {
            bits |= APPLICATION_BITS.getOrDefault(role, 0L);
        }
        return new Power(bits);
    }

    static Power of(Permission... permissions) {
        return of(List.of(permissions), Set.of());
    }

    /** To be something to applications. */
    static Power ofApplication(String role) {
        return of(Set.of(), Set.of(role));
    }

    Power and(Power other) {
        return new Power(bits | other.bits);
    }

    Power without(Power other) {
        return new Power(bits & ~other.bits);
    }

    boolean covers(Power other) {
        return (other.bits & ~bits) == 0;
    }

    boolean has(Permission permission) {
        return covers(of(permission));
    }

    boolean isNothing() {
        return bits == 0;
    }

    Set<Permission> permissions() {
        return PERMISSIONS.keySet().stream().filter(this::has).collect(toUnmodifiableSet());
    }

    TreeSet<String> applicationRoles() {
        TreeSet<String> roles = new TreeSet<>(APPLICATION_ROLES);
        roles.removeIf(role -> !covers(of(Set.of(), Set.of(role))));
        return roles;
    }

    @Override
    public String toString() {
        return permissions().stream().sorted().toList() + " " + applicationRoles();
    }
}
