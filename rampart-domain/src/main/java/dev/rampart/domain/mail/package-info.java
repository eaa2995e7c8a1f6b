/**
 * Mail to people.
 *
 * <ol>
 *   <li>A use case has a {@link dev.rampart.domain.mail.Letter} written and adds the mail to the
 *       {@link dev.rampart.domain.mail.Outbox}, in the unit of work of the change that it tells of.
 *   <li>When that is committed it wakes {@link dev.rampart.domain.mail.DeliverMail}, which claims the mail, sends it
 *       and takes it out of the outbox.
 * </ol>
 *
 * <p>A mail is never sent for a change that was rolled back, and never by two nodes. It may be sent twice in one case:
 * a node is killed between the moment at which the mail server has taken the mail and the one at which that is written
 * down. Both then have the same {@code Message-ID}.
 */
@NullMarked
package dev.rampart.domain.mail;

import org.jspecify.annotations.NullMarked;
