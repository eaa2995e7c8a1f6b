package dev.rampart.domain.access;

import dev.rampart.domain.shared.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The answers of writes that a client may repeat, of one organization. */
public interface RememberedAnswers {

    /** For so long. */
    Duration KEPT_FOR = Duration.ofHours(24);

    /**
     * Asks to be the one that does it. Of any number of concurrent calls for one key exactly one is told
     * {@link Claim.Won}, until the answer is forgotten or {@link #KEPT_FOR} has passed.
     *
     * @param request digest of all that makes it the same request
     */
    Claim claim(Sha256 key, Sha256 request, Instant now);

    /** With the ids that stand in the answer: when one of them is erased, it is forgotten. */
    void remember(Sha256 key, byte[] sealed, Set<UUID> mentions);

    /** Whoever comes next does it anew. */
    void forget(Sha256 key);

    /** What is known of a key. */
    sealed interface Claim {
        record Won() implements Claim {}

        /** Somebody is at it, or did not come back from it. */
        record UnderWay() implements Claim {}

        @SuppressWarnings("ArrayRecordComponent") // Never compared, only opened.
        record Answered(byte[] sealed) implements Claim {}

        /** The key came with another request. */
        record OtherRequest() implements Claim {}
    }
}
