/** What the server says of itself (OIDC Discovery §3, RFC 8414 §2). */
@NullMarked
package dev.rampart.oauth.discovery;

import org.jspecify.annotations.NullMarked;
