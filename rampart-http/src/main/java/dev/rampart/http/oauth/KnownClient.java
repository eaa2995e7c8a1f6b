package dev.rampart.http.oauth;

import dev.rampart.domain.client.Client;
import dev.rampart.http.exchange.Caller;

/** A client that has said who it is, and proved it if it has a secret. */
record KnownClient(Client client) implements Caller.Credential {}
