package dev.rampart.domain.testing;

import dev.rampart.domain.key.Pseudonyms;
import dev.rampart.domain.shared.OrgId;
import java.util.UUID;

/** Names people by their ids and the sector, for whoever looks to see. */
public final class FakePseudonyms implements Pseudonyms {

    @Override
    public UUID of(OrgId org, String sector, UUID person) {
        return new UUID(person.getMostSignificantBits() ^ sector.hashCode(), person.getLeastSignificantBits());
    }

    @Override
    public UUID person(OrgId org, String sector, UUID pseudonym) {
        return of(org, sector, pseudonym);
    }
}
