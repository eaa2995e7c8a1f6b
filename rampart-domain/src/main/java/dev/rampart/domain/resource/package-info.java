/** Resource servers: the APIs of an organization that access tokens are for (RFC 8707). */
@NullMarked
package dev.rampart.domain.resource;

import org.jspecify.annotations.NullMarked;
