package dev.rampart.persistence.audit;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.PersonalPart;
import dev.rampart.domain.audit.SealedEvent;
import dev.rampart.domain.audit.SeparatedEvent;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.key.PersonalKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.key.PersonalKeys;
import java.util.Optional;
import java.util.UUID;

/** Seals what an event says of people. Of whom there is no key, nothing is written down but the id. */
record EventSealing(OrgId org, Vault vault, PersonalKeys keys) {

    SealedEvent seal(AuditEvent event) {
        SeparatedEvent separated = SeparatedEvent.of(event);
        UUID id = event.id().value();
        return new SealedEvent(
                separated.rest(),
                separated.ofActor().flatMap(part -> sealed(part, keyOf(event.actor()), Side.ACTOR.place(id))),
                separated.ofTarget().flatMap(part -> sealed(part, keyOf(event.target()), Side.TARGET.place(id))));
    }

    private Optional<byte[]> sealed(PersonalPart part, Optional<PersonalKey> key, Vault.Place place) {
        return key.map(known -> vault.sealPersonal(known, org, place, part.bytes()));
    }

    private Optional<PersonalKey> keyOf(Actor actor) {
        return actor.id().flatMap(id -> keys.of(actor.organization().orElse(org), id));
    }

    private Optional<PersonalKey> keyOf(Optional<Target> target) {
        return target.flatMap(person -> keys.of(org, person.id()));
    }
}
