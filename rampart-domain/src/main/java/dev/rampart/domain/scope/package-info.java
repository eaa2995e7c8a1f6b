/** What an application may do on a person's behalf (RFC 6749 §3.3). */
@NullMarked
package dev.rampart.domain.scope;

import org.jspecify.annotations.NullMarked;
