package dev.rampart.domain.role;

import java.util.List;
import java.util.Optional;

/** The roles that one organization has made. */
public interface RoleRegister {

    /** Remembers a new one. Of any number of concurrent calls for one name at most one is told that it was free. */
    boolean add(OwnRole role);

    /** By name. There are {@link OwnRole#MAX} at most. */
    List<OwnRole> all();

    Optional<OwnRole> find(OwnRoleId id);

    /** The same, and nobody changes it until the unit of work ends. */
    Optional<OwnRole> keep(OwnRoleId id);

    /** The same, for whoever changes it. */
    Optional<OwnRole> lock(OwnRoleId id);

    /** Replaces what is known of a locked one. Says whether the name was free. */
    boolean replace(OwnRole role);

    /** Removes a locked one, which nobody holds any more. */
    void remove(OwnRoleId id);
}
