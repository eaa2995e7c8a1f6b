package dev.rampart.domain.access;

import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.InstantSource;

/**
 * Sees to it that a write is done once, however often a client sends it with the same key.
 *
 * <p>The answer is sealed, since there may be a secret in it. A server that dies between the write and its answer
 * leaves a key that is under way for good: nobody can tell any more whether it was done, and nobody does it twice.
 */
public final class RepeatWrite {

    private final UnitOfWork<? extends RepeatStores> unitOfWork;
    private final Vault vault;
    private final InstantSource clock;

    public RepeatWrite(UnitOfWork<? extends RepeatStores> unitOfWork, Vault vault, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.vault = vault;
        this.clock = clock;
    }

    public Outcome begin(OrgId org, Sha256 key, Sha256 request) {
        RememberedAnswers.Claim claim =
                unitOfWork.one(org, stores -> stores.rememberedAnswers().claim(key, request, clock.instant()));
        return switch (claim) {
            case RememberedAnswers.Claim.Won() -> new Go();
            case RememberedAnswers.Claim.UnderWay() -> new Wait();
            case RememberedAnswers.Claim.OtherRequest() -> new OtherRequest();
            case RememberedAnswers.Claim.Answered(byte[] sealed) -> new Done(vault.open(org, place(key), sealed));
        };
    }

    /** It was done, and this is the answer. */
    public void finish(OrgId org, Sha256 key, byte[] answer) {
        byte[] sealed = vault.seal(org, place(key), answer);
        unitOfWork.run(org, stores -> stores.rememberedAnswers().remember(key, sealed));
    }

    /** It was not done. */
    public void giveUp(OrgId org, Sha256 key) {
        unitOfWork.run(org, stores -> stores.rememberedAnswers().forget(key));
    }

    private static Vault.Place place(Sha256 key) {
        return new Vault.Place("idempotency_key", "answer", key.hex());
    }

    public sealed interface Outcome {}

    /** Do it, then say {@link #finish} or {@link #giveUp}. */
    public record Go() implements Outcome {}

    /** Somebody else is at it. */
    public record Wait() implements Outcome {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
    public record Done(byte[] answer) implements Outcome {}

    /** The key came with another request. */
    public record OtherRequest() implements Outcome {}
}
