/** One person in one browser, signed in to one organization. */
@NullMarked
package dev.rampart.domain.session;

import org.jspecify.annotations.NullMarked;
