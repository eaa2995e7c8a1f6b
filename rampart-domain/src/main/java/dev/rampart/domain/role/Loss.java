package dev.rampart.domain.role;

import java.util.Optional;

/** Something that is about to go, and with it perhaps the last owner. */
public sealed interface Loss {

    /** Nothing goes. */
    record Nothing() implements Loss {}

    /** The role that somebody, or a group, was given. */
    record Assignment(RoleHolder holder) implements Loss {}

    /** A person or a group. */
    record Holder(RoleHolder holder) implements Loss {}

    /** Somebody's place in a group. */
    record Membership(RoleHolder group, RoleHolder member) implements Loss {}

    /** A group's place in another. */
    record Place(RoleHolder group, Optional<RoleHolder> next) implements Loss {}
}
