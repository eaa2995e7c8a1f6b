/**
 * What an organization decides for itself: what passwords must be like, how long sessions and tokens last, how its
 * pages look.
 *
 * <p>Nothing of it is kept at hand where it decides: the statement that decides reads it, beside the organization's own
 * row, so that a change holds with the next request on every node and costs no exchange. Whatever an organization has
 * not chosen is as the server has it.
 */
@NullMarked
package dev.rampart.domain.settings;

import org.jspecify.annotations.NullMarked;
