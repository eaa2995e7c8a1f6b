/** The revocation endpoint (RFC 7009). */
@NullMarked
package dev.rampart.oauth.revocation;

import org.jspecify.annotations.NullMarked;
