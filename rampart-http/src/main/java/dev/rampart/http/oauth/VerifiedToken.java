package dev.rampart.http.oauth;

import dev.rampart.http.exchange.Caller;
import dev.rampart.oauth.bearer.AccessToken;

/** An access token whose signature, time, issuer and audience are right. */
record VerifiedToken(AccessToken token) implements Caller.Credential {}
