package dev.rampart.persistence.client;

import com.github.benmanes.caffeine.cache.Cache;
import dev.rampart.domain.Stores;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.persistence.NodeCache;
import java.util.Optional;

/** Clients as this node read them, at most ten seconds ago. That there is no such client is remembered, too. */
public final class CachedClientDirectory implements ClientDirectory {

    private static final int MAX_CLIENTS = 10_000;

    private final UnitOfWork<Stores> unitOfWork;
    private final Cache<ClientKey, Optional<Client>> clients = NodeCache.ofAtMost(MAX_CLIENTS);
    private final Cache<OriginKey, Boolean> origins = NodeCache.ofAtMost(MAX_CLIENTS);

    public CachedClientDirectory(UnitOfWork<Stores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Client> find(OrgId org, ClientId id) {
        return clients.get(new ClientKey(org, id), this::read);
    }

    @Override
    public Optional<Client> afresh(OrgId org, ClientId id) {
        ClientKey key = new ClientKey(org, id);
        Optional<Client> client = read(key);
        clients.put(key, client);
        return client;
    }

    @Override
    public boolean haveOrigin(OrgId org, String origin) {
        return origins.get(
                new OriginKey(org, origin),
                key -> unitOfWork.one(key.org(), stores -> stores.clients().haveOrigin(key.origin())));
    }

    private Optional<Client> read(ClientKey key) {
        return unitOfWork.one(key.org(), stores -> stores.clients().find(key.id()));
    }

    private record ClientKey(OrgId org, ClientId id) {}

    private record OriginKey(OrgId org, String origin) {}
}
