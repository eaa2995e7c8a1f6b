package dev.rampart.domain.key;

/** What the use cases of keys may touch, within one transaction. */
public interface KeyStores {

    DataKeys dataKeys();

    SigningKeys signingKeys();
}
