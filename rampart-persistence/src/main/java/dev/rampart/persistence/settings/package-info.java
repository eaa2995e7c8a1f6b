/** Settings of organizations, in PostgreSQL: for those who change them, and within the statements that obey them. */
@NullMarked
package dev.rampart.persistence.settings;

import org.jspecify.annotations.NullMarked;
