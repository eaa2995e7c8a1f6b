package dev.rampart.domain.registration;

import dev.rampart.domain.client.ClientAdminStores;

/** What registering may touch, within one transaction. */
public interface RegistrationStores extends ClientAdminStores {

    Registrations registrations();

    InitialAccessTokens initialAccessTokens();
}
