/** The registration endpoint and the configuration endpoint of a client (RFC 7591, RFC 7592, OIDC Registration). */
@NullMarked
package dev.rampart.oauth.registration;

import org.jspecify.annotations.NullMarked;
