/**
 * The endpoints of OAuth and OpenID Connect: they read a request, ask one service of {@code rampart-oauth}, and write
 * its answer.
 */
@NullMarked
package dev.rampart.http.oauth;

import org.jspecify.annotations.NullMarked;
