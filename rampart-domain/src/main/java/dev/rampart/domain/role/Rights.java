package dev.rampart.domain.role;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What roles let somebody do, all of them together.
 *
 * @param builtIn the built-in roles among them
 * @param permissions for the admin API, those of the built-in roles included
 * @param applicationRoles what they are to applications
 */
public record Rights(Set<Role> builtIn, Set<Permission> permissions, Set<String> applicationRoles) {

    public static final Rights NONE = new Rights(Set.of(), Set.of(), Set.of());

    public Rights {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        all.addAll(permissions);
        builtIn.forEach(role -> all.addAll(role.permissions()));
        builtIn = Set.copyOf(builtIn);
        permissions = Set.copyOf(all);
        applicationRoles = Set.copyOf(applicationRoles);
    }

    public static Rights of(Role... roles) {
        return of(Arrays.asList(roles));
    }

    public static Rights of(Collection<Role> roles) {
        return new Rights(Set.copyOf(roles), Set.of(), Set.of());
    }

    public boolean isEmpty() {
        return permissions.isEmpty() && applicationRoles.isEmpty();
    }
}
