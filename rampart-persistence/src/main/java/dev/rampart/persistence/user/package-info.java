/** People and their passwords, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.user;

import org.jspecify.annotations.NullMarked;
