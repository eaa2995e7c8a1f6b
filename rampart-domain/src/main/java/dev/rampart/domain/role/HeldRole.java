package dev.rampart.domain.role;

import java.util.List;

/**
 * A role that somebody holds, and how.
 *
 * @param through the group they are in, then each group above it, up to the one that was given the role; empty: they
 *     were given it themselves
 */
public record HeldRole(RoleKey role, String name, Rights rights, List<GroupStep> through) {

    public HeldRole {
        through = List.copyOf(through);
    }

    /** A group on the way. */
    public record GroupStep(String id, String name) {}
}
