/** Access tokens, as they come back (RFC 6750, RFC 9068 §4). */
@NullMarked
package dev.rampart.oauth.bearer;

import org.jspecify.annotations.NullMarked;
