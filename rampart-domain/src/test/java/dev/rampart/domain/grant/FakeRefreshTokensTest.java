package dev.rampart.domain.grant;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeRefreshTokensTest extends RefreshTokensContract {

    FakeRefreshTokensTest() {
        super(new FakeUnitOfWork());
    }
}
