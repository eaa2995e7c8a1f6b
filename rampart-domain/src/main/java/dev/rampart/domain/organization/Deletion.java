package dev.rampart.domain.organization;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to become of an organization that was deleted.
 *
 * @param dueAt when it will be erased
 * @param enabledBefore what it returns to when it is restored
 * @param begunAt since when it is being erased, and cannot be restored
 */
public record Deletion(Instant dueAt, boolean enabledBefore, Optional<Instant> begunAt) {}
