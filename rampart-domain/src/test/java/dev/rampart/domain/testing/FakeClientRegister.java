package dev.rampart.domain.testing;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientRegister;
import dev.rampart.domain.client.KeptSecret;
import dev.rampart.domain.client.ManagedClient;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes every secret to be as old as its client. */
record FakeClientRegister(FakeTenant tenant) implements ClientRegister {

    @Override
    public Page<ManagedClient> page(PageRequest request) {
        throw FakeStores.noFake();
    }

    @Override
    public Optional<ManagedClient> find(ClientId id) {
        return Optional.ofNullable(tenant.clients.get(id))
                .map(client -> new ManagedClient(client, FakeTenant.existing(tenant.registered, id)));
    }

    @Override
    public Optional<ManagedClient> lock(ClientId id) {
        return find(id);
    }

    @Override
    public void replace(Client client) {
        List<Sha256> secrets = FakeTenant.existing(tenant.clients, client.id()).secrets();
        tenant.clients.put(client.id(), client.withSecrets(secrets));
    }

    @Override
    public void remove(ClientId id) {
        RoleHolder holder = new RoleHolder(RoleHolder.Kind.CLIENT, id.value());
        tenant.roles.removeIf(held -> held.holder().equals(holder));
        tenant.places.keySet().removeIf(place -> place.member().equals(holder));
        tenant.grants.values().removeIf(row -> row.grant().client().equals(id));
        tenant.registered.remove(id);
        tenant.clients.remove(id);
    }

    @Override
    public List<KeptSecret> secrets(ClientId id) {
        Instant since = FakeTenant.existing(tenant.registered, id);
        return FakeTenant.existing(tenant.clients, id).secrets().stream()
                .map(hash -> new KeptSecret(hash, since))
                .toList();
    }

    @Override
    public void addSecret(ClientId id, Sha256 hash, Instant now) {
        Client client = FakeTenant.existing(tenant.clients, id);
        List<Sha256> secrets = new ArrayList<>(client.secrets());
        secrets.add(hash);
        tenant.clients.put(id, client.withSecrets(secrets));
    }

    @Override
    public void removeSecret(ClientId id, Sha256 hash) {
        Client client = FakeTenant.existing(tenant.clients, id);
        tenant.clients.put(
                id,
                client.withSecrets(client.secrets().stream()
                        .filter(secret -> !secret.equals(hash))
                        .toList()));
    }
}
