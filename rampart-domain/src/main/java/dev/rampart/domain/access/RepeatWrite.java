package dev.rampart.domain.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Sees to it that a write is done once, however often a client sends it with the same key.
 *
 * <p>The answer is sealed, since there may be a secret in it. A server that dies between the write and its answer
 * leaves a key that is under way for good: nobody can tell any more whether it was done, and nobody does it twice.
 */
public final class RepeatWrite {

    private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");

    /** The answer of a write tells of one thing and what hangs on it. */
    private static final int MENTIONS_MAX = 100;

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
        Set<UUID> mentions = mentions(answer);
        unitOfWork.run(org, stores -> stores.rememberedAnswers().remember(key, sealed, mentions));
    }

    private static Set<UUID> mentions(byte[] answer) {
        return ID.matcher(new String(answer, UTF_8))
                .results()
                .limit(MENTIONS_MAX)
                .map(match -> UUID.fromString(match.group()))
                .collect(toUnmodifiableSet());
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
