/** {@code /oauth/register}: where clients register themselves, and look after themselves (RFC 7591, RFC 7592). */
@NullMarked
package dev.rampart.http.registration;

import org.jspecify.annotations.NullMarked;
