/** What people allow applications: asking them, remembering it, and taking it back. */
@NullMarked
package dev.rampart.domain.consent;

import org.jspecify.annotations.NullMarked;
