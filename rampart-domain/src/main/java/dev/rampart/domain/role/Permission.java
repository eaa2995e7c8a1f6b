package dev.rampart.domain.role;

import java.util.Arrays;
import java.util.Optional;

/** One thing that may be done to one kind of resource. Its name is {@code resource:verb}. */
public enum Permission {
    AUDIT_READ("audit:read"),
    CLIENT_READ("client:read"),
    CLIENT_WRITE("client:write"),
    CONSENT_READ("consent:read"),
    CONSENT_REVOKE("consent:revoke"),
    GROUP_READ("group:read"),
    GROUP_WRITE("group:write"),
    INVITATION_READ("invitation:read"),
    INVITATION_WRITE("invitation:write"),
    KEY_READ("key:read"),
    KEY_ROTATE("key:rotate"),
    ORGANIZATION_CREATE("organization:create"),
    ORGANIZATION_READ("organization:read"),
    ORGANIZATION_WRITE("organization:write"),
    ORGANIZATION_DELETE("organization:delete"),
    RESOURCE_SERVER_READ("resource_server:read"),
    RESOURCE_SERVER_WRITE("resource_server:write"),
    ROLE_READ("role:read"),
    ROLE_WRITE("role:write"),
    ROLE_ASSIGN("role:assign"),
    SERVICE_ACCOUNT_READ("service_account:read"),
    SERVICE_ACCOUNT_WRITE("service_account:write"),
    SESSION_READ("session:read"),
    SESSION_END("session:end"),
    SESSION_END_ALL("session:end_all"),
    SETTINGS_READ("settings:read"),
    SETTINGS_WRITE("settings:write"),
    /** Of any token of the organization (RFC 7662 §2.2). Its own a client may always introspect. */
    TOKEN_INTROSPECT("token:introspect"),
    USER_READ("user:read"),
    USER_WRITE("user:write"),
    USER_DELETE("user:delete"),
    USER_IMPORT("user:import"),
    USER_EXPORT("user:export"),
    USER_RESET_FACTORS("user:reset_factors"),
    USER_SET_PASSWORD("user:set_password");

    private final String text;

    Permission(String text) {
        this.text = text;
    }

    public static Optional<Permission> parse(String text) {
        return Arrays.stream(values())
                .filter(permission -> permission.text.equals(text))
                .findFirst();
    }

    /** Whether it only looks. */
    public boolean isReading() {
        return text.endsWith(":read");
    }

    @Override
    public String toString() {
        return text;
    }
}
