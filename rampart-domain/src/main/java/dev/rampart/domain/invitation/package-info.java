/**
 * Asking people to join an organization.
 *
 * <ol>
 *   <li>Somebody who may do so invites an address, with roles that they hold themselves. The link goes into the mail
 *       and nowhere else.
 *   <li>Whoever has the link chooses a password, and is a person with a verified address and these roles from then on.
 * </ol>
 *
 * <p>Easy to get wrong: programs follow links in mails, so that looking at an invitation must not use it up; and of
 * many who accept one at the same time, one becomes a person.
 */
@NullMarked
package dev.rampart.domain.invitation;

import org.jspecify.annotations.NullMarked;
