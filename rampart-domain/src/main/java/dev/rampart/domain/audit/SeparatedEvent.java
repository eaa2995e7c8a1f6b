package dev.rampart.domain.audit;

import dev.rampart.domain.shared.RequestOrigin;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An event, and apart from it what it says of people.
 *
 * @param rest what says nothing of anybody but their ids
 * @param ofActor of the person who did it, if it was one
 * @param ofTarget of the person it was done to, if it was one
 */
public record SeparatedEvent(AuditEvent rest, Optional<PersonalPart> ofActor, Optional<PersonalPart> ofTarget) {

    /** What can be changed of a person and tells nothing of them. Whatever is not named here is kept as theirs. */
    private static final Set<String> TELLS_NOTHING = Set.of(
            "email_verified",
            "enabled",
            "password",
            "password_change_required",
            "phone_number_verified",
            "role",
            "roles",
            "sessions");

    private static final Change WITHOUT_VALUES = new Change(Optional.empty(), Optional.empty());

    /**
     * Where a request came from tells of the person who made it. Where nobody has said yet who they are, as at a
     * sign-in, it tells of the one whom it is about.
     */
    public static SeparatedEvent of(AuditEvent event) {
        boolean byPerson = event.actor().kind() == Actor.Kind.USER;
        boolean toPerson = event.target()
                .filter(target -> target.kind() == Target.Kind.USER)
                .isPresent();
        boolean targetMayHaveCalled = toPerson && event.actor().kind() == Actor.Kind.ANONYMOUS;
        Optional<PersonalPart> ofActor = Optional.of(new PersonalPart(
                        event.actor().name(), ip(event), event.origin().userAgent(), new TreeMap<>()))
                .filter(part -> byPerson && !part.isEmpty());
        Optional<PersonalPart> ofTarget = Optional.of(new PersonalPart(
                        event.target().flatMap(Target::name),
                        ip(event).filter(_ -> targetMayHaveCalled),
                        event.origin().userAgent().filter(_ -> targetMayHaveCalled),
                        personal(event)))
                .filter(part -> toPerson && !part.isEmpty());
        return new SeparatedEvent(
                rest(event, ofTarget.isPresent(), byPerson || targetMayHaveCalled), ofActor, ofTarget);
    }

    private static AuditEvent rest(AuditEvent event, boolean toPerson, boolean originTells) {
        Actor actor = event.actor();
        AuditEvent rest = actor.kind() == Actor.Kind.USER
                ? event.by(new Actor(actor.kind(), actor.id(), Optional.empty(), actor.organization()))
                : event;
        if (originTells) {
            String requestId = event.origin().requestId();
            rest = rest.withOrigin(new RequestOrigin("", "", Optional.empty(), requestId));
        }
        if (event.target().map(Target::kind).equals(Optional.of(Target.Kind.INVITATION))) {
            // It is called by an address, and whoever is invited has no key yet: the row says whom, while it is there.
            rest = rest.withTarget(
                    Target.of(Target.Kind.INVITATION, event.target().get().id()));
        }
        if (toPerson) {
            Target target = event.target().orElseThrow();
            SortedMap<String, Change> changes = new TreeMap<>();
            event.changes()
                    .forEach((field, change) ->
                            changes.put(field, TELLS_NOTHING.contains(field) ? change : WITHOUT_VALUES));
            rest = rest.withTarget(Target.of(target.kind(), target.id())).withChanges(changes);
        }
        return rest;
    }

    private static Optional<String> ip(AuditEvent event) {
        return Optional.of(event.origin().ip()).filter(ip -> !ip.isEmpty());
    }

    private static SortedMap<String, Change> personal(AuditEvent event) {
        SortedMap<String, Change> personal = new TreeMap<>(event.changes());
        personal.keySet().removeAll(TELLS_NOTHING);
        return personal;
    }
}
