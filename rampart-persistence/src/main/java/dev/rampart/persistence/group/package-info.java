/** Groups and their members, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.group;

import org.jspecify.annotations.NullMarked;
