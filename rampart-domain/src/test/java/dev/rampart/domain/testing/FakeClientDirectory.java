package dev.rampart.domain.testing;

import dev.rampart.domain.Stores;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what it has once read until it is asked for it afresh. */
public final class FakeClientDirectory implements ClientDirectory {

    private final UnitOfWork<Stores> unitOfWork;
    private final Map<Key, Optional<Client>> atHand = new HashMap<>();

    public FakeClientDirectory(UnitOfWork<Stores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public synchronized Optional<Client> find(OrgId org, ClientId id) {
        return atHand.computeIfAbsent(new Key(org, id), this::read);
    }

    @Override
    public synchronized Optional<Client> afresh(OrgId org, ClientId id) {
        atHand.remove(new Key(org, id));
        return find(org, id);
    }

    @Override
    public boolean haveOrigin(OrgId org, String origin) {
        return unitOfWork.one(org, stores -> stores.clients().haveOrigin(origin));
    }

    private Optional<Client> read(Key key) {
        return unitOfWork.one(key.org(), stores -> stores.clients().find(key.client()));
    }

    private record Key(OrgId org, ClientId client) {}
}
