package dev.rampart.http.invitation;

import dev.rampart.domain.invitation.ShowInvitation;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.invitation.InvitationPages.Form;
import dev.rampart.http.session.Browsers;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** {@code GET /invitation}: the page that an invitation leads to. Uses nothing up, for programs follow links, too. */
public final class ShowInvitationEndpoint implements Endpoint {

    private final ShowInvitation show;
    private final InvitationPages pages;
    private final Entropy entropy;

    @Inject
    public ShowInvitationEndpoint(ShowInvitation show, InvitationPages pages, Entropy entropy) {
        this.show = show;
        this.pages = pages;
        this.entropy = entropy;
    }

    @Override
    public Response handle(Request request) {
        Tenant tenant = request.tenant();
        Optional<ShowInvitation.Shown> shown =
                request.parameter("token").map(Secret::of).flatMap(link -> show.show(tenant.id(), link));
        if (shown.isEmpty()) {
            return pages.gone(request);
        }
        Secret browser = Browsers.of(request).id().orElseGet(() -> Secret.random(entropy));
        return pages.form(
                        request,
                        new Form(
                                shown.get(),
                                browser,
                                InvitationPages.name(shown.get().invitation())),
                        Set.of())
                .withCookie(CookieNames.of(tenant).browser(browser, null));
    }
}
