/**
 * The application that comes with {@code dev}: a relying party like any other, which happens to live in the same
 * server.
 *
 * <ol>
 *   <li>{@code GET /playground} asks what to ask for.
 *   <li>{@code POST /playground} makes {@code state}, {@code nonce} and a PKCE verifier, keeps them in a cookie of its
 *       own, and sends the browser to {@code /oauth/authorize} (RFC 6749 §4.1.1, RFC 7636 §4.3, OIDC Core §3.1.2.1).
 *   <li>{@code GET /playground/callback} compares {@code state} and {@code iss} (RFC 9207 §2.4), exchanges the code
 *       over HTTP as a public client, verifies the ID token (OIDC Core §3.1.3.7), and asks for userinfo.
 * </ol>
 *
 * <p>It knows nothing of the server but its issuer and its own {@code client_id}, so that what it shows is what an
 * application would see. Easy to get wrong: its requests are answered by the server that is just answering it, so they
 * leave from a worker and have short time limits.
 */
@NullMarked
package dev.rampart.http.playground;

import org.jspecify.annotations.NullMarked;
