package dev.rampart.http.consent;

import dev.rampart.domain.consent.AskForConsent;
import dev.rampart.domain.consent.Consents.Question;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.oauth.AuthorizationAnswers;
import dev.rampart.http.session.Browsers;
import dev.rampart.http.session.SignInPages;
import dev.rampart.http.session.Ways;
import dev.rampart.oauth.authorize.AuthorizationParameters;
import jakarta.inject.Inject;

/** {@code POST /consent}: what the person says. Whatever is not a yes is a no. */
public final class ConsentEndpoint implements Endpoint {

    private static final String ALLOW = "allow";

    private final AskForConsent askForConsent;
    private final AuthorizationAnswers authorizations;
    private final SignInPages expired;

    @Inject
    public ConsentEndpoint(AskForConsent askForConsent, AuthorizationAnswers authorizations, SignInPages expired) {
        this.askForConsent = askForConsent;
        this.authorizations = authorizations;
        this.expired = expired;
    }

    @Override
    public Response handle(Request request) {
        Tenant tenant = request.tenant();
        Secret flow = Secret.of(request.parameter("flow").orElseThrow());
        boolean allowed = request.parameter("consent").filter(ALLOW::equals).isPresent();
        return askForConsent
                .answer(tenant.id(), flow, Browsers.of(request), allowed)
                .map(question -> allowed
                        ? Response.redirect(Ways.on(tenant, question.request(), flow))
                        : denied(request, question))
                .orElseGet(() -> expired.expired(request));
    }

    private Response denied(Request request, Question question) {
        return authorizations.cancelled(request, AuthorizationParameters.parse(question.request()));
    }
}
