/** How an application proves who it is (RFC 6749 §2.3). */
@NullMarked
package dev.rampart.oauth.client;

import org.jspecify.annotations.NullMarked;
