package dev.rampart.http;

import dev.rampart.domain.organization.Tenant;

/** The web origins that an organization's clients have registered. */
@FunctionalInterface
public interface AllowedOrigins {

    /** Whether scripts of that origin ({@code https://app.example}) may read answers. May wait for the database. */
    boolean allows(Tenant tenant, String origin);
}
