package dev.rampart.domain.group;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeGroupsTest extends GroupsContract {

    FakeGroupsTest() {
        super(new FakeUnitOfWork());
    }
}
