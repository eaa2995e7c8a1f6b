package dev.rampart.domain.role;

import java.util.Arrays;
import java.util.Optional;

/** A built-in role, by its name in tokens. */
public enum Role {
    OWNER("owner"),
    ADMIN("admin"),
    AUDITOR("auditor"),
    HELPDESK("helpdesk"),
    /** In the default organization only: holds every permission in every organization. */
    INSTANCE_ADMIN("instance-admin");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    public static Optional<Role> parse(String text) {
        return Arrays.stream(values()).filter(role -> role.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
