/**
 * The HTTP client behind {@link dev.rampart.domain.outbound.Outbound}.
 *
 * <ol>
 *   <li>{@link dev.rampart.outbound.http.Target} reads the address, and refuses what is not one of a server on the web.
 *   <li>The name is looked up once. {@link dev.rampart.outbound.http.AddressRules} looks at every address it has.
 *   <li>The connection goes to an address that was looked at, not to the name again; TLS asks for the name.
 *   <li>{@link dev.rampart.outbound.http.AnswerReader} reads one answer, within its limits.
 * </ol>
 *
 * <p>Easy to get wrong: to look the name up twice, once to check and once to connect, which is what every client that
 * takes a URL does. The second answer may be another one.
 */
@NullMarked
package dev.rampart.outbound.http;

import org.jspecify.annotations.NullMarked;
