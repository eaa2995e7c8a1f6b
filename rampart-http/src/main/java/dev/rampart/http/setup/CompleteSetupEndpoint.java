package dev.rampart.http.setup;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.setup.CompleteSetup;
import dev.rampart.domain.setup.CompleteSetup.Busy;
import dev.rampart.domain.setup.CompleteSetup.Completed;
import dev.rampart.domain.setup.CompleteSetup.Gone;
import dev.rampart.domain.setup.CompleteSetup.Mistaken;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.SetupPage.Asked;
import dev.rampart.http.page.SetupPage.Typed;
import dev.rampart.http.session.Browsers;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** {@code POST /setup}: who the first administrator is to be. */
public final class CompleteSetupEndpoint implements Endpoint {

    private final CompleteSetup completeSetup;
    private final SetupPages pages;

    @Inject
    public CompleteSetupEndpoint(CompleteSetup completeSetup, SetupPages pages) {
        this.completeSetup = completeSetup;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        Tenant tenant = request.tenant();
        if (!tenant.slug().equals(OrgSlug.DEFAULT)) {
            return pages.notHere(request);
        }
        Optional<String> email = request.parameter("email");
        Optional<String> name = request.parameter("name");
        CompleteSetup.Request asked = new CompleteSetup.Request(
                Secret.of(request.parameter("token").orElse("")),
                email.orElse(""),
                name,
                Secret.of(request.parameter("password").orElse("")),
                request.origin().asRequestOrigin());
        // The route lets nobody in without the browser cookie.
        Secret browser = Browsers.of(request).id().orElseThrow();
        Typed typed = new Typed(email.orElse(null), name.orElse(null));
        return switch (completeSetup.complete(tenant.id(), asked)) {
            case Completed _ -> pages.done(request, asked.email());
            case Mistaken(var mistakes, var policy) -> pages.form(request, browser, new Asked(policy, typed, mistakes));
            case Busy(var policy) -> pages.busy(request, browser, new Asked(policy, typed, Set.of()));
            case Gone() -> pages.gone(request);
        };
    }
}
