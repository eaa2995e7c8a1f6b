package dev.rampart.domain.testing;

import dev.rampart.domain.Stores;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.user.UserId;
import java.util.List;

/** Stores under test, with {@code ACME} and {@code GLOBEX} in them, and what befalls them that no port can do. */
public interface Scene {

    UnitOfWork<Stores> unitOfWork();

    void disableOrganization(OrgId org);

    void disableUser(OrgId org, UserId user);

    /** Leaves its version as it is, so that a test can tell the two apart. */
    void disableClient(OrgId org, ClientId client);

    /** Counts its version up. */
    void changeClient(OrgId org, ClientId client);

    void changePassword(OrgId org, UserId user, PasswordHash hash);

    /** Has them choose another password at their next sign-in. */
    void demandPassword(OrgId org, UserId user);

    /** Digests of the audit events that were committed, in their order. */
    List<Sha256> audited(OrgId org);
}
