package dev.rampart.domain.settings;

import dev.rampart.domain.shared.OrgId;

/** How the pages of organizations look, at hand. What it says may be up to ten seconds old, and decides nothing. */
@FunctionalInterface
public interface Brandings {

    Branding of(OrgId org);

    /** Forgets what is at hand, since it has just been changed. */
    default void forget(OrgId org) {}
}
