package dev.rampart.http;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Tenant;
import java.util.Optional;

/** Finds organizations by the names they have in paths. */
@FunctionalInterface
public interface Tenants {

    /** The organization of that name; nothing if there is none, or if it is disabled. May wait for the database. */
    Optional<Tenant> bySlug(OrgSlug slug);
}
