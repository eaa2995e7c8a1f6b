package dev.rampart.domain.role;

/** Who holds a role: a person by {@code user_id}, a service account by {@code client_id}, a group for its members. */
public record RoleHolder(Kind kind, String id) {

    public enum Kind {
        USER,
        CLIENT,
        GROUP
    }
}
