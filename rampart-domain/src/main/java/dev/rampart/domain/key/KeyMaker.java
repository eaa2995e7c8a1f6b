package dev.rampart.domain.key;

/** Makes the key pairs that tokens are signed with. */
public interface KeyMaker {

    /** Takes up to a second of CPU for RS256. */
    NewKey make(SigningAlgorithm algorithm);
}
