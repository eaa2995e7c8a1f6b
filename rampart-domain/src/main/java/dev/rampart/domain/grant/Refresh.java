package dev.rampart.domain.grant;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.RefreshTokens.Rotation;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Exchanges a refresh token for new tokens (RFC 6749 §6).
 *
 * <p>Every exchange replaces the token, so that of a thief and the client one must come second, which ends the grant
 * for both (RFC 9700 §4.14.2). A client that asks twice at once is no thief: for a short while it is given what it was
 * given the first time.
 */
public final class Refresh {

    /** How long a replaced token is answered with its successor. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    private final UnitOfWork<? extends GrantStores> unitOfWork;
    private final SuccessorSeal seal;
    private final InstantSource clock;
    private final Entropy entropy;
    private final RedeemAuthorizationCode.Settings settings;

    public Refresh(
            UnitOfWork<? extends GrantStores> unitOfWork,
            SuccessorSeal seal,
            InstantSource clock,
            Entropy entropy,
            RedeemAuthorizationCode.Settings settings) {
        this.unitOfWork = unitOfWork;
        this.seal = seal;
        this.clock = clock;
        this.entropy = entropy;
        this.settings = settings;
    }

    /** Costs two exchanges, or three where somebody else was first. */
    public Outcome refresh(OrgId org, Request request) {
        Instant now = clock.instant();
        AuditEventId event = AuditEventId.of(now, entropy);
        Secret successor = Secret.random(entropy);
        RefreshTokens.Presented presented = presented(request, successor);
        return unitOfWork.call(org, stores -> {
            Rotation rotation = stores.refreshTokens().rotate(presented, now);
            Outcome outcome = judge(rotation, request, successor, now);
            follow(stores, rotation, outcome, now);
            stores.auditEvents().add(asEvent(event, outcome, request, now));
            return outcome;
        });
    }

    private RefreshTokens.Presented presented(Request request, Secret successor) {
        return new RefreshTokens.Presented(
                Sha256.of(request.token()),
                request.client().id(),
                request.client().version(),
                request.wanted(),
                Sha256.of(successor),
                seal.seal(request.token(), successor),
                settings.refresh(),
                settings.sessionIdle(),
                request.origin().network(),
                settings.limit());
    }

    private Outcome judge(Rotation rotation, Request request, Secret successor, Instant now) {
        return switch (rotation) {
            case Rotation.Rotated(UserGrant grant, Behind behind) ->
                objection(grant, behind, request)
                        .<Outcome>map(Refused::new)
                        .orElseGet(() -> new Granted(grant, behind, successor));
            case Rotation.AlreadyRotated(UserGrant grant, Behind behind, Instant at, byte[] sealed) -> {
                if (!grant.client().equals(request.client().id())) {
                    yield new Refused(Refusal.CLIENT_MISMATCH);
                }
                yield now.isBefore(at.plus(GRACE))
                        ? objection(grant, behind, request)
                                .<Outcome>map(Refused::new)
                                .orElseGet(() -> new Granted(grant, behind, seal.open(request.token(), sealed)))
                        : new Refused(Refusal.TOKEN_REUSED);
            }
            case Rotation.Unmoved(UserGrant grant, Behind behind, boolean expired) ->
                new Refused(
                        expired
                                ? Refusal.TOKEN_EXPIRED
                                : objection(grant, behind, request).orElse(Refusal.GRANT_ENDED));
            case Rotation.Unknown() -> new Refused(Refusal.TOKEN_UNKNOWN);
            case Rotation.ClientChanged() -> new Refused(Refusal.CLIENT_CHANGED);
            case Rotation.Limited(Instant until) -> new Limited(Duration.between(now, until));
        };
    }

    private static Optional<Refusal> objection(UserGrant grant, Behind behind, Request request) {
        if (!grant.client().equals(request.client().id())) {
            return Optional.of(Refusal.CLIENT_MISMATCH);
        }
        if (!behind.standing()) {
            return Optional.of(Refusal.GRANT_ENDED);
        }
        boolean less = request.wanted()
                .scopes()
                .map(scopes -> grant.scopes().values().containsAll(scopes.values()))
                .orElse(true);
        if (!less) {
            return Optional.of(Refusal.SCOPE_NOT_GRANTED);
        }
        if (!grant.isFor(request.wanted().resources())) {
            return Optional.of(Refusal.RESOURCE_NOT_GRANTED);
        }
        return grant.isForNothing(behind, request.own()) ? Optional.of(Refusal.RESOURCE_GONE) : Optional.empty();
    }

    private static void follow(GrantStores stores, Rotation rotation, Outcome outcome, Instant now) {
        if (outcome instanceof Refused(Refusal why)
                && why == Refusal.TOKEN_REUSED
                && rotation instanceof Rotation.AlreadyRotated(UserGrant grant, var _, var _, var _)) {
            stores.userGrants().revoke(grant.id(), now);
        }
        if (outcome instanceof Granted granted && !granted.grant().offline()) {
            stores.sessions().touch(granted.grant().session(), now);
        }
    }

    private static AuditEvent asEvent(AuditEventId id, Outcome outcome, Request request, Instant now) {
        AuditEvent event = AuditEvent.of(
                        id,
                        AuditEvent.Type.TOKEN_ISSUED,
                        Actor.client(request.client().id().value()),
                        now)
                .withOrigin(request.origin());
        return switch (outcome) {
            case Granted granted ->
                event.withTarget(Target.of(
                                Target.Kind.GRANT, granted.grant().id().toString()))
                        .withSession(granted.grant().session().toString());
            case Refused(Refusal why) -> event.refusedBecause(why);
            case Limited(var delay) -> event.refusedBecause(Refusal.TOO_MANY_REQUESTS);
        };
    }

    /**
     * What the client presents. It has already been authenticated.
     *
     * @param own the resources that are the server's own
     */
    public record Request(
            Client client, Secret token, RefreshTokens.Wanted wanted, Set<Resource> own, RequestOrigin origin) {}

    public sealed interface Outcome {}

    /** {@code successor} takes the place of the token that was presented. */
    public record Granted(UserGrant grant, Behind behind, Secret successor) implements Outcome {}

    public record Refused(Refusal why) implements Outcome {}

    /** Nothing was looked at: try again after {@code delay}. */
    public record Limited(Duration delay) implements Outcome {}

    /** Why a token was not accepted. For the audit log: clients are told only "invalid_grant". */
    public enum Refusal {
        TOKEN_UNKNOWN,
        TOKEN_EXPIRED,
        /** It was replaced, and not just now: somebody has it who should not. The grant has been ended. */
        TOKEN_REUSED,
        CLIENT_MISMATCH,
        /** Client or organization have been changed or disabled since it was authenticated. The token is still good. */
        CLIENT_CHANGED,
        SCOPE_NOT_GRANTED,
        RESOURCE_NOT_GRANTED,
        /** The resource server has been removed. */
        RESOURCE_GONE,
        /** Grant, session or consent have ended, or the person has been disabled. */
        GRANT_ENDED,
        TOO_MANY_REQUESTS
    }
}
