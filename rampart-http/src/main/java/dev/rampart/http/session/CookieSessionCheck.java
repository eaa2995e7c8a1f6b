package dev.rampart.http.session;

import dev.rampart.domain.session.FindSession;
import dev.rampart.http.Admission;
import dev.rampart.http.SessionCheck;
import dev.rampart.http.exchange.Access;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import jakarta.inject.Inject;

/** Admits who is signed in; sends everybody else to the sign-in page. */
public final class CookieSessionCheck implements SessionCheck {

    private final FindSession findSession;

    @Inject
    public CookieSessionCheck(FindSession findSession) {
        this.findSession = findSession;
    }

    @Override
    public Admission check(Access.Session access, Request request) {
        return findSession
                .find(request.tenant().id(), Browsers.of(request))
                .<Admission>map(session -> Admission.Admitted.with(new SignedInPerson(session)))
                .orElseGet(() -> new Admission.Refused(Response.redirect(Ways.signIn(request.tenant()))));
    }
}
