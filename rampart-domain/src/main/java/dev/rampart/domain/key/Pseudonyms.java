package dev.rampart.domain.key;

import dev.rampart.domain.shared.OrgId;
import java.util.UUID;

/**
 * What people are called in one sector, by which nobody but the server tells that it is they (OIDC Core §8.1).
 *
 * <p>A person has one in each sector for good, and no two have the same. Both methods throw
 * {@link IllegalStateException} for an organization whose keys are gone: then so are its pseudonyms.
 */
public interface Pseudonyms {

    UUID of(OrgId org, String sector, UUID person);

    /** Whose it is. Of what is nobody's pseudonym: nobody's id. */
    UUID person(OrgId org, String sector, UUID pseudonym);
}
