package dev.rampart.domain.setup;

import dev.rampart.domain.user.UserStores;

/** What setting up may touch, within one transaction. */
public interface SetupStores extends UserStores {

    SetupLinks setupLinks();
}
