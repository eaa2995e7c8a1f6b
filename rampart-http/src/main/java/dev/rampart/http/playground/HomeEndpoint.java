package dev.rampart.http.playground;

import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.HomePage;
import dev.rampart.http.page.HomePage.Links;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.SafeUrl;
import jakarta.inject.Inject;

/** {@code GET /}: what is running, and where to go from here. */
public final class HomeEndpoint implements Endpoint {

    private final PlaygroundSettings settings;
    private final Pages pages;

    @Inject
    public HomeEndpoint(PlaygroundSettings settings, Pages pages) {
        this.settings = settings;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        if (!settings.isPlayedIn(request.tenant())) {
            return Elsewhere.NOTHING;
        }
        Links links = new Links(
                new SafeUrl(PlaygroundSettings.PATH),
                new SafeUrl("/.well-known/openid-configuration"),
                new SafeUrl("/.well-known/jwks.json"),
                settings.docs());
        HomePage page = new HomePage(settings.frame(), settings.issuer().value(), settings.version(), links);
        return Response.page(pages.html(page), PageKind.PLAYGROUND);
    }
}
