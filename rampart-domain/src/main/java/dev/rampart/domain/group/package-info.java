/**
 * Groups of people and service accounts, one in another, that carry roles.
 *
 * <p>Whoever is in a group holds its roles and those of every group above it: a department lies in a company, and what
 * everybody in the company may do, everybody in the department may. Nothing is handed upwards.
 */
@NullMarked
package dev.rampart.domain.group;

import org.jspecify.annotations.NullMarked;
