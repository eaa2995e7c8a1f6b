/** Resource servers, in PostgreSQL. */
@NullMarked
package dev.rampart.persistence.resource;

import org.jspecify.annotations.NullMarked;
