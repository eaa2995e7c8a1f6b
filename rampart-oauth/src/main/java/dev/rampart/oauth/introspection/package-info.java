/** The introspection endpoint (RFC 7662). */
@NullMarked
package dev.rampart.oauth.introspection;

import org.jspecify.annotations.NullMarked;
