package dev.rampart.domain.grant;

import dev.rampart.domain.shared.Secret;

/**
 * Seals a refresh token under the one that it replaces.
 *
 * <p>Nobody can open it who has the database alone: what is kept there of the older token is a digest.
 */
public interface SuccessorSeal {

    byte[] seal(Secret presented, Secret successor);

    /** Throws {@link IllegalStateException} if these bytes were not sealed under that token. */
    Secret open(Secret presented, byte[] sealed);
}
