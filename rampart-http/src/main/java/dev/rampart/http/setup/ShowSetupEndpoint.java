package dev.rampart.http.setup;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.setup.ShowSetup;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.SetupPage.Asked;
import dev.rampart.http.page.SetupPage.Typed;
import dev.rampart.http.session.Browsers;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** {@code GET /setup}: the page that a set-up link leads to. Uses nothing up, for programs follow links, too. */
public final class ShowSetupEndpoint implements Endpoint {

    private final ShowSetup showSetup;
    private final SetupPages pages;
    private final Entropy entropy;

    @Inject
    public ShowSetupEndpoint(ShowSetup showSetup, SetupPages pages, Entropy entropy) {
        this.showSetup = showSetup;
        this.pages = pages;
        this.entropy = entropy;
    }

    @Override
    public Response handle(Request request) {
        Tenant tenant = request.tenant();
        if (!tenant.slug().equals(OrgSlug.DEFAULT)) {
            return pages.notHere(request);
        }
        Optional<Secret> link = request.parameter("token").map(Secret::of);
        Optional<PasswordPolicy> policy = link.flatMap(secret -> showSetup.show(tenant.id(), secret));
        if (policy.isEmpty()) {
            return pages.gone(request);
        }
        Secret browser = Browsers.of(request).id().orElseGet(() -> Secret.random(entropy));
        return pages.form(request, browser, new Asked(policy.get(), Typed.NOTHING, Set.of()))
                .withCookie(CookieNames.of(tenant).browser(browser, null));
    }
}
