/** The authorization endpoint (RFC 6749 §3.1, OIDC Core §3.1.2): a list of checks in the order of the RFC. */
@NullMarked
package dev.rampart.oauth.authorize;

import org.jspecify.annotations.NullMarked;
