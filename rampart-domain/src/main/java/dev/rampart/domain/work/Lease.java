package dev.rampart.domain.work;

/**
 * The right to do a piece of work, which one node holds for a while.
 *
 * @param fence grows with each change of the holder, so that an earlier one is known by its smaller number
 */
public record Lease(String name, long fence) {}
