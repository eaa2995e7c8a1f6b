/** The keys of an organization: what tokens are signed with, and what its secrets are sealed with at rest. */
@NullMarked
package dev.rampart.domain.key;

import org.jspecify.annotations.NullMarked;
