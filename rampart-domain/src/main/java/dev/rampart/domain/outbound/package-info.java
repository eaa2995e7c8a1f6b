/**
 * Calls to other people's servers, at addresses that other people wrote down: a client's keys, its request objects, its
 * logout endpoints.
 *
 * <p>Easy to get wrong: whoever may write down an address may write down one that only we can reach. So everything that
 * leaves the house goes through {@link dev.rampart.domain.outbound.Outbound}, which looks where it goes, and nothing
 * else opens a connection to an address out of the database.
 */
@NullMarked
package dev.rampart.domain.outbound;

import org.jspecify.annotations.NullMarked;
