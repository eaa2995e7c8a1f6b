package dev.rampart.domain.role;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A role that an organization has made.
 *
 * @param name unique in the organization, and not that of a built-in role
 * @param applicationRoles what it means to applications, in the {@code roles} claim of their tokens
 * @param version counts changes
 */
public record OwnRole(
        OwnRoleId id,
        String name,
        String description,
        Set<Permission> permissions,
        SortedSet<String> applicationRoles,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** An organization has so many at most. */
    public static final int MAX = 200;

    /** A role means so many things to applications at most: they stand in tokens. */
    public static final int APPLICATION_ROLES_MAX = 50;

    public OwnRole {
        permissions = Set.copyOf(permissions);
        applicationRoles = Collections.unmodifiableSortedSet(new TreeSet<>(applicationRoles));
    }

    /** One that nothing is known of yet. */
    public static OwnRole blank(OwnRoleId id, Instant now) {
        return new OwnRole(id, "", "", Set.of(), new TreeSet<>(), 1, now, now);
    }

    /** What whoever holds it may do. */
    public Rights rights() {
        return new Rights(Set.of(), permissions, applicationRoles);
    }

    OwnRole changedAt(long previous, Instant now) {
        return new OwnRole(id, name, description, permissions, applicationRoles, previous + 1, createdAt, now);
    }
}
