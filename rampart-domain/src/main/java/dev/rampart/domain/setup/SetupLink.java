package dev.rampart.domain.setup;

import dev.rampart.domain.shared.Sha256;
import java.time.Instant;

/** A link that makes the first administrator, by the digest of the secret in it. */
public record SetupLink(Sha256 hash, Instant createdAt, Instant expiresAt) {}
