package dev.rampart.domain.user;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Chore;
import dev.rampart.domain.work.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Erases the people whom nobody has restored in time, each in a unit of work of their own.
 *
 * <p>It needs no fence: whoever comes second finds the person gone, be it in the same turn on another node.
 */
public final class EraseDeletedUsers implements Chore {

    public static final String NAME = "erasure";

    /** So many at a turn. */
    public static final int BATCH = 100;

    private final UnitOfWork<? extends UserAdminStores> unitOfWork;
    private final DueErasures due;
    private final InstantSource clock;
    private final Entropy entropy;

    public EraseDeletedUsers(
            UnitOfWork<? extends UserAdminStores> unitOfWork, DueErasures due, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.due = due;
        this.clock = clock;
        this.entropy = entropy;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Next turn(Lease lease) {
        return turn() == BATCH ? Next.AT_ONCE : Next.LATER;
    }

    /** Says how many were erased: if it was a whole {@link #BATCH}, there may be more. */
    public int turn() {
        List<DueErasures.Due> people = due.first(BATCH, clock.instant());
        return people.stream().mapToInt(this::erase).sum();
    }

    private int erase(DueErasures.Due who) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.USER_ERASED, Cause.SYSTEM, now)
                .withTarget(Target.of(Target.Kind.USER, who.user().toString()));
        return unitOfWork.<Integer>call(who.org(), stores -> {
            // A second look behind the lock: somebody may have restored them meanwhile, or erased them.
            Optional<DeletedUser> found =
                    stores.deletedUsers().lock(who.user()).filter(deleted -> !deleted.isRestorable(now));
            if (found.isEmpty()) {
                return 0;
            }
            stores.userRegister().remove(who.user());
            stores.auditEvents().add(event);
            return 1;
        });
    }
}
