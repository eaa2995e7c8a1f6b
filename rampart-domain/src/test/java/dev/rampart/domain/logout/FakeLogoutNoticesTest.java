package dev.rampart.domain.logout;

import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.work.Lease;

final class FakeLogoutNoticesTest extends LogoutNoticesContract {

    FakeLogoutNoticesTest() {
        super(new FakeUnitOfWork());
    }

    @Override
    protected Lease lease() {
        return new Lease("logout", 1);
    }
}
