package dev.rampart.domain.access;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides whether whoever brings an access token may do something in an organization. Costs one exchange. */
public final class AdmitCaller {

    private final UnitOfWork<? extends AccessStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Settings settings;

    public AdmitCaller(
            UnitOfWork<? extends AccessStores> unitOfWork, InstantSource clock, Entropy entropy, Settings settings) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
        this.settings = settings;
    }

    /** {@code org} is the organization of the token. */
    public Outcome admit(OrgId org, Request request) {
        Instant now = clock.instant();
        Callers.Asking asking = new Callers.Asking(
                request.who(), request.id(), request.token(), settings.rate(), settings.sessionIdle());
        Callers.Answer answer = unitOfWork.one(org, stores -> stores.callers().admit(asking, now));
        return switch (answer) {
            case Callers.Answer.Known known -> judge(org, request, known, now);
            case Callers.Answer.Gone() -> refused(org, request, anonymous(request), Refusal.TOKEN_GONE);
            case Callers.Answer.Limited(Instant until) -> new Limited(Duration.between(now, until));
        };
    }

    private Outcome judge(OrgId org, Request request, Callers.Answer.Known known, Instant now) {
        Cause cause = new Cause(known.actor(), request.origin(), known.session());
        boolean everywhere = known.rights().builtIn().contains(Role.INSTANCE_ADMIN);
        if (!request.target().equals(Optional.of(org)) && !everywhere) {
            return refused(org, request, cause, Refusal.FOREIGN_ORGANIZATION);
        }
        if (!known.rights().permissions().contains(request.needed())) {
            return refused(org, request, cause, Refusal.PERMISSION_MISSING);
        }
        OrgId target = request.target().orElse(org);
        Actor actor = target.equals(org) ? known.actor() : known.actor().from(org);
        // What somebody is to the applications of their own organization, they are to no other's.
        Set<String> applicationRoles = target.equals(org) ? known.rights().applicationRoles() : Set.of();
        Authority authority = new Authority(
                new Cause(actor, request.origin(), known.session()),
                known.rights().permissions(),
                applicationRoles);
        return new Admitted(authority, Quota.of(settings.rate(), Duration.between(now, known.due())));
    }

    private Outcome refused(OrgId org, Request request, Cause cause, Refusal why) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.ACCESS_GRANTED, cause, now)
                .withChanges(Map.of("permission", Change.to(request.needed().toString())))
                .refusedBecause(why);
        unitOfWork.run(org, stores -> stores.auditEvents().add(event));
        return new Refused(why);
    }

    private static Cause anonymous(Request request) {
        return new Cause(Actor.ANONYMOUS, request.origin(), Optional.empty());
    }

    /**
     * What is asked for.
     *
     * @param id the {@code jti} of the access token
     * @param token digest of it
     * @param target the organization that the call is about; empty if there is none of that name
     */
    public record Request(
            Callers.Identity who,
            String id,
            Sha256 token,
            Optional<OrgId> target,
            Permission needed,
            RequestOrigin origin) {}

    /** {@code rate} is for each token. */
    public record Settings(Rate rate, Duration sessionIdle) {}

    public sealed interface Outcome {}

    public record Admitted(Authority authority, Quota quota) implements Outcome {}

    public record Limited(Duration delay) implements Outcome {}

    public record Refused(Refusal why) implements Outcome {}

    /** Why somebody was turned away. */
    public enum Refusal {
        /** Whoever sees one organization only is not told whether there are others. */
        FOREIGN_ORGANIZATION,
        PERMISSION_MISSING,
        TOKEN_GONE
    }
}
