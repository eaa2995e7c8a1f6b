package dev.rampart.domain.client;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;

/** Accepts an assertion of a client, once (RFC 7523 §3). */
public final class UseAssertion {

    private final UnitOfWork<? extends ClientStores> unitOfWork;

    public UseAssertion(UnitOfWork<? extends ClientStores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Whether it was unused until now. */
    public boolean use(OrgId org, ClientId client, Sha256 jti, Instant expiresAt) {
        return unitOfWork.one(org, stores -> stores.clientProofs().use(client, jti, expiresAt));
    }
}
