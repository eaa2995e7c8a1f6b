/**
 * Work that one node does for all of them, by the clock.
 *
 * <ol>
 *   <li>A node takes the {@link dev.rampart.domain.work.Lease} of a {@link dev.rampart.domain.work.Chore}, or hears
 *       that another holds it.
 *   <li>It does one bounded turn of the work.
 *   <li>Each effect asks, in its own SQL, whether the lease is still held: a node that was paused in between, and
 *       believes that it still holds it, changes nothing.
 * </ol>
 *
 * <p>Easy to get wrong: what acts on the outside, such as sending mail, cannot be fenced. It is claimed first, row by
 * row, for longer than it can take.
 */
@NullMarked
package dev.rampart.domain.work;

import org.jspecify.annotations.NullMarked;
