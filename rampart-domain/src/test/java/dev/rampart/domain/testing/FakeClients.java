package dev.rampart.domain.testing;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.Clients;
import java.time.Instant;
import java.util.Optional;

record FakeClients(FakeTenant tenant) implements Clients {

    @Override
    public boolean add(Client client, Instant now) {
        tenant.registered.putIfAbsent(client.id(), now);
        return tenant.clients.putIfAbsent(client.id(), client) == null;
    }

    @Override
    public Optional<Client> find(ClientId id) {
        return Optional.ofNullable(tenant.clients.get(id));
    }

    @Override
    public boolean haveOrigin(String origin) {
        return tenant.clients.values().stream()
                .anyMatch(client -> client.enabled() && client.corsOrigins().contains(origin));
    }
}
