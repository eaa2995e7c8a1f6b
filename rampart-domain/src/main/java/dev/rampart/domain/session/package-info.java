/**
 * One person in one browser, signed in to one organization, for all of its applications.
 *
 * <ol>
 *   <li>An application sends the browser to the authorization endpoint. Nobody is signed in, so a <i>flow</i> begins:
 *       its id stands in the address of the sign-in page, and a cookie binds it to that browser.
 *   <li>The person sends a name and a password. The attempt is counted first, then the password is compared with no
 *       connection held, then one statement completes the flow: of any number of posts, one.
 *   <li>That statement starts the session, or renews the one there is if it is the same person's.
 *   <li>The browser returns to the authorization request, which now finds the session, and resumes the flow: once.
 * </ol>
 *
 * <p>Easy to get wrong: a session that is merely there does not satisfy {@code prompt=login}. Only a flow that was
 * completed for this very request does, hence its digest stands in the flow.
 */
@NullMarked
package dev.rampart.domain.session;

import org.jspecify.annotations.NullMarked;
