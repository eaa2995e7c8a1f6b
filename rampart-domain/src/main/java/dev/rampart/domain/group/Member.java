package dev.rampart.domain.group;

import dev.rampart.domain.role.RoleHolder;
import java.time.Instant;

/** Somebody who is in a group, with the name they are shown by. */
public record Member(RoleHolder holder, String name, Instant addedAt) {}
