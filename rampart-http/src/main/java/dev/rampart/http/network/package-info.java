/**
 * Who is at the other end of a connection: which peer, and the proxies whose word is taken for somebody else's address.
 *
 * <p>Easy to get wrong: whatever stands in {@code X-Forwarded-For} or {@code Forwarded} was written by the client, but
 * for what our own proxies appended. So both are read from the right, as far as the proxies are listed.
 */
@NullMarked
package dev.rampart.http.network;

import org.jspecify.annotations.NullMarked;
