/** Who may do what: permissions, the roles that bundle them, and what somebody holds. */
@NullMarked
package dev.rampart.domain.role;

import org.jspecify.annotations.NullMarked;
