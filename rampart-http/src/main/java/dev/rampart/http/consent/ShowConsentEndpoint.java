package dev.rampart.http.consent;

import dev.rampart.domain.consent.AskForConsent;
import dev.rampart.domain.consent.Consents.Question;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.ConsentPage;
import dev.rampart.http.page.Frames;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.PostForm;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.session.Browsers;
import dev.rampart.http.session.SignInPages;
import dev.rampart.http.session.Ways;
import jakarta.inject.Inject;

/** {@code GET /consent}: asks the person of a flow. */
public final class ShowConsentEndpoint implements Endpoint {

    private final AskForConsent askForConsent;
    private final SignInPages expired;
    private final Pages pages;
    private final Frames frames;

    @Inject
    public ShowConsentEndpoint(AskForConsent askForConsent, SignInPages expired, Pages pages, Frames frames) {
        this.askForConsent = askForConsent;
        this.expired = expired;
        this.pages = pages;
        this.frames = frames;
    }

    @Override
    public Response handle(Request request) {
        Secret flow = Secret.of(request.parameter("flow").orElseThrow());
        return askForConsent
                .ask(request.tenant().id(), flow, Browsers.of(request))
                .map(question -> page(request, flow, question))
                .orElseGet(() -> expired.expired(request));
    }

    private Response page(Request request, Secret flow, Question question) {
        PostForm form = new PostForm(new SafeUrl(Ways.consent(request.tenant(), flow)), SignInPages.csrf(request));
        return pages.response(200, ConsentPage.of(frames.of(request.tenant()), form, question));
    }
}
