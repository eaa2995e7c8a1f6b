/** A client as JSON, by the names of RFC 7591 §2 and OIDC Registration §2, wherever one is written or shown. */
@NullMarked
package dev.rampart.http.client;

import org.jspecify.annotations.NullMarked;
