package dev.rampart.domain.session;

import dev.rampart.domain.settings.SettingsRegister;
import dev.rampart.domain.user.Passwords;

/** What signing in may touch, within one transaction. */
public interface SignInStores extends SessionStores {

    Passwords passwords();

    PasswordDemands passwordDemands();

    SettingsRegister settings();
}
