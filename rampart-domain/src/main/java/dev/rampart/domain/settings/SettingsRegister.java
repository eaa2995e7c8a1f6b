package dev.rampart.domain.settings;

import java.time.Instant;
import java.util.Optional;

/** The settings of the organization that a unit of work is about. */
public interface SettingsRegister {

    /** What was chosen, which may be nothing. */
    OrganizationSettings find();

    /** The same, and nobody else changes it until the unit of work ends; empty if there is no such organization. */
    Optional<OrganizationSettings> lock();

    /** Replaces the locked settings. */
    void replace(OrganizationSettings settings, Instant now);
}
