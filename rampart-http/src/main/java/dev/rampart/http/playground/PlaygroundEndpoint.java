package dev.rampart.http.playground;

import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.CsrfToken;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.PlaygroundPage;
import dev.rampart.http.page.PlaygroundPage.Choice;
import dev.rampart.http.page.PlaygroundPage.Client;
import dev.rampart.http.page.PostForm;
import dev.rampart.http.page.SafeUrl;
import jakarta.inject.Inject;
import java.util.List;

/** {@code GET /playground}: asks with what to sign in. */
public final class PlaygroundEndpoint implements Endpoint {

    private static final SafeUrl ACTION = new SafeUrl(PlaygroundSettings.PATH);
    private static final List<Choice> CHOICES = AskedScopes.OFFERED.stream()
            .map(scope -> new Choice(scope, AskedScopes.USUAL.contains(scope)))
            .toList();

    private final PlaygroundSettings settings;
    private final Entropy entropy;
    private final Pages pages;

    @Inject
    public PlaygroundEndpoint(PlaygroundSettings settings, Entropy entropy, Pages pages) {
        this.settings = settings;
        this.entropy = entropy;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        if (!settings.isPlayedIn(request.tenant())) {
            return Elsewhere.NOTHING;
        }
        CookieNames cookies = CookieNames.of(request.tenant());
        String known = request.cookie(cookies.browser()).orElse("");
        if (!known.isEmpty()) {
            return page(Secret.of(known));
        }
        Secret browser = Secret.random(entropy);
        return page(browser).withCookie(cookies.browser(browser, null));
    }

    private Response page(Secret browser) {
        Client client =
                new Client(settings.issuer().value(), settings.clientId(), settings.redirectUri(), settings.curl());
        PostForm form = new PostForm(ACTION, CsrfToken.of(browser));
        return Response.page(
                pages.html(new PlaygroundPage(settings.frame(), form, client, CHOICES)), PageKind.PLAYGROUND);
    }
}
