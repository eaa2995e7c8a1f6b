/** What people have allowed applications, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.consent;

import org.jspecify.annotations.NullMarked;
