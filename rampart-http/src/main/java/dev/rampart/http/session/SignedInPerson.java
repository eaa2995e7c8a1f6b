package dev.rampart.http.session;

import dev.rampart.domain.session.Session;
import dev.rampart.http.exchange.Caller;

/** Who is signed in, by the session cookie. */
public record SignedInPerson(Session session) implements Caller.Credential {}
