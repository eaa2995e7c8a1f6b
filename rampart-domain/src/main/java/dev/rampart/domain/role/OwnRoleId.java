package dev.rampart.domain.role;

import java.util.Optional;
import java.util.UUID;

/** Names a role that an organization has made. */
public record OwnRoleId(UUID value) implements RoleKey {

    public static Optional<OwnRoleId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equalsIgnoreCase(text) ? Optional.of(new OwnRoleId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
