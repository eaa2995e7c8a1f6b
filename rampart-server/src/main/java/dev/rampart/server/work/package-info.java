/** What a node does beside answering: chores, by the clock or when told. */
@NullMarked
package dev.rampart.server.work;

import org.jspecify.annotations.NullMarked;
