/**
 * How the server is doing, in numbers: {@code /metrics}, for whoever brings the operator's token.
 *
 * <p>Where no token is set nothing is counted and there is no such route. No number is kept by person, and none by
 * organization: there may be ten thousand.
 */
@NullMarked
package dev.rampart.http.metrics;

import org.jspecify.annotations.NullMarked;
