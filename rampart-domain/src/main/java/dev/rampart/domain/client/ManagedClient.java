package dev.rampart.domain.client;

import java.time.Instant;

/** A client as those who administer it see it. Its {@code version} is the client's. */
public record ManagedClient(Client client, Instant createdAt) {}
