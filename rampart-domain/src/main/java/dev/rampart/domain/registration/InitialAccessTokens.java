package dev.rampart.domain.registration;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Sha256;
import java.time.Instant;
import java.util.Optional;

/** The initial access tokens of one organization. */
public interface InitialAccessTokens {

    void add(InitialAccessToken token, Sha256 hash);

    /** Those that can still be used, and those that were used up and have not expired. */
    Page<InitialAccessToken> page(PageRequest request, Instant now);

    /** Ends one. Empty: there is none. */
    Optional<InitialAccessToken> remove(InitialAccessTokenId id);

    /** Whether it can be used. */
    boolean isLive(Sha256 hash, Instant now);

    /** Uses it once. Empty: it has been used up, it has expired, or there is none. */
    Optional<InitialAccessTokenId> use(Sha256 hash, Instant now);
}
