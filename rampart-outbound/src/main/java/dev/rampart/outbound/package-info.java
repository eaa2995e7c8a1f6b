/** The one client that may leave the house: mail, webhooks and upstream identity providers. */
@NullMarked
package dev.rampart.outbound;

import org.jspecify.annotations.NullMarked;
