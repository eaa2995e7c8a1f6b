/** What a person or a service account may do, by the names of roles. */
@NullMarked
package dev.rampart.domain.role;

import org.jspecify.annotations.NullMarked;
