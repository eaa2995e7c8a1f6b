/**
 * Who may do what: permissions, and what a caller of the admin API holds.
 *
 * <p>A token says who calls; what they may do is asked of the database at every request, so that a role taken away is
 * gone with the next one. Nobody can grant what they do not hold.
 */
@NullMarked
package dev.rampart.domain.access;

import org.jspecify.annotations.NullMarked;
