package dev.rampart.domain.role;

import java.util.Optional;

/** What names a role in an organization: one that is built in, or one of its own. */
public sealed interface RoleKey permits Role, OwnRoleId {

    /** Reads the name of a built-in role or the id of another; nothing if it can be neither. */
    static Optional<RoleKey> parse(String text) {
        return Role.parse(text).<RoleKey>map(role -> role).or(() -> OwnRoleId.parse(text));
    }
}
