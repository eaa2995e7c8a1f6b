/**
 * Tokens as bytes: the one place that makes and reads them.
 *
 * <p>The algorithm of a token is decided by the key that its kid names, never by the token.
 */
@NullMarked
package dev.rampart.oauth.jose;

import org.jspecify.annotations.NullMarked;
