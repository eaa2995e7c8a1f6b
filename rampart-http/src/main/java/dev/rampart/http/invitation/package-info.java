/** Where somebody who was invited joins. */
@NullMarked
package dev.rampart.http.invitation;

import org.jspecify.annotations.NullMarked;
