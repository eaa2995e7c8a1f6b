/**
 * Telling applications that a person is signed out (OIDC Back-Channel Logout 1.0).
 *
 * <ol>
 *   <li>Whatever ends a session writes down, in the very statement that ends it, whom it was used for: one
 *       {@link dev.rampart.domain.logout.LogoutNotice} for each application that wants to be told.
 *   <li>{@link dev.rampart.domain.logout.DeliverLogouts} claims what is due, and calls each application with a token
 *       that {@link dev.rampart.domain.logout.LogoutTokens} writes, with no connection held.
 *   <li>What came of it is written down: the notice goes, or waits for another attempt, or is given up.
 * </ol>
 *
 * <p>Nobody is told of an end that was rolled back, and no two nodes tell the same. It is told twice in one case: a
 * node is killed between the moment at which the application has answered and the one at which that is written down.
 * Both tokens then have the same {@code jti}.
 *
 * <p>Easy to get wrong: all sessions of an organization may be ended at once, by a statement that changes one row.
 * Nothing is written down then, for it could be millions: applications find out when they use a token.
 */
@NullMarked
package dev.rampart.domain.logout;

import org.jspecify.annotations.NullMarked;
