/** Real keys for tests of the protocol. */
@NullMarked
package dev.rampart.oauth.testing;

import org.jspecify.annotations.NullMarked;
