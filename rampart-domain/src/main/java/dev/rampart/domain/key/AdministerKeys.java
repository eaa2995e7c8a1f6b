package dev.rampart.domain.key;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the signing keys of an organization, replaces them, and forgets those that may not be trusted any more.
 *
 * <p>A new key is announced in the key set before it signs, and the one before it stays there for as long as its tokens
 * may be about: whoever verifies is never surprised. Only who has lost a key wants it at once.
 */
public final class AdministerKeys {

    private final UnitOfWork<? extends KeyAdminStores> unitOfWork;
    private final MakeSigningKey make;
    private final KeyRing ring;
    private final InstantSource clock;
    private final Entropy entropy;

    public AdministerKeys(
            UnitOfWork<? extends KeyAdminStores> unitOfWork,
            MakeSigningKey make,
            KeyRing ring,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.make = make;
        this.ring = ring;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Those that have not left, the newest first. */
    public List<ListedKey> list(OrgId org) {
        Instant now = clock.instant();
        return unitOfWork.one(org, stores -> stores.signingKeys().published(now)).stream()
                .map(key -> ListedKey.of(key, now))
                .toList();
    }

    public Optional<ListedKey> find(OrgId org, KeyId id) {
        return list(org).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /**
     * Makes the next key of an algorithm. It signs after {@link KeyTimes#NOTICE}, or at once, and so does one that is
     * pending already. Takes up to a second for an RSA key.
     */
    public Rotation rotate(OrgId org, SigningAlgorithm algorithm, Start start, Cause by) {
        Instant now = clock.instant();
        SigningKey next = make.make(
                org, algorithm, start == Start.AT_ONCE ? KeyTimes.activeFrom(now) : KeyTimes.announcedAt(now));
        AuditEvent event = event(AuditEvent.Type.KEY_ROTATED, next.id(), by, now)
                .withChanges(Map.of(
                        "algorithm", Change.to(algorithm.name()),
                        "activates_at", Change.to(next.times().activatesAt().toString())));
        Rotation rotation = unitOfWork.call(org, stores -> {
            if (stores.signingKeys().succeed(next, now)) {
                stores.auditEvents().add(event);
                return new Rotation.Rotated(ListedKey.of(next, now));
            }
            return brought(stores, algorithm, start, event);
        });
        ring.refresh(org);
        return rotation;
    }

    /** There is one on its way: it comes now, or whoever asks waits for it. */
    private static Rotation brought(KeyAdminStores stores, SigningAlgorithm algorithm, Start start, AuditEvent event) {
        Instant now = event.createdAt();
        if (start == Start.AT_ONCE && stores.signingKeys().activate(algorithm, now)) {
            SigningKey active = stores.signingKeys().published(now).stream()
                    .filter(key -> key.algorithm() == algorithm && key.state(now) == KeyTimes.State.ACTIVE)
                    .findFirst()
                    .orElseThrow();
            stores.auditEvents().add(event.withTarget(target(active.id())));
            return new Rotation.Rotated(ListedKey.of(active, now));
        }
        stores.auditEvents().add(event.refusedBecause(Refusal.ROTATION_UNDER_WAY));
        return new Rotation.UnderWay();
    }

    /** Takes a retired key out of the key set before its time. What it signed is not valid any more. */
    public Removal forget(OrgId org, KeyId id, Cause by) {
        Instant now = clock.instant();
        AuditEvent event = event(AuditEvent.Type.KEY_RETIRED, id, by, now);
        Removal removal = unitOfWork.call(org, stores -> {
            if (stores.signingKeys().forget(id, now)) {
                stores.auditEvents().add(event);
                return new Removal.Removed();
            }
            if (stores.signingKeys().published(now).stream()
                    .noneMatch(key -> key.id().equals(id))) {
                return new Removal.Unknown();
            }
            stores.auditEvents().add(event.refusedBecause(Refusal.KEY_IN_USE));
            return new Removal.InUse();
        });
        ring.refresh(org);
        return removal;
    }

    private AuditEvent event(AuditEvent.Type type, KeyId key, Cause by, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), type, by, now).withTarget(target(key));
    }

    private static Target target(KeyId key) {
        return Target.of(Target.Kind.KEY, key.value());
    }

    /** A key as those who administer it see it. */
    public record ListedKey(KeyId id, SigningAlgorithm algorithm, KeyTimes.State state, KeyTimes times) {

        static ListedKey of(SigningKey key, Instant now) {
            return new ListedKey(key.id(), key.algorithm(), key.state(now), key.times());
        }
    }

    /** When a new key signs. */
    public enum Start {
        AFTER_NOTICE,
        AT_ONCE
    }

    /** How a rotation ends. */
    public sealed interface Rotation {

        record Rotated(ListedKey key) implements Rotation {}

        record UnderWay() implements Rotation {}
    }

    /** How the removal of a key ends. */
    public sealed interface Removal {

        record Removed() implements Removal {}

        record Unknown() implements Removal {}

        record InUse() implements Removal {}
    }

    /** Why a key stayed as it was. */
    public enum Refusal {
        ROTATION_UNDER_WAY,
        KEY_IN_USE
    }
}
