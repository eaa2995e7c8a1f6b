package dev.rampart.http.session;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.session.SignOut;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.CsrfToken;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.ErrorPage;
import dev.rampart.http.page.Fault;
import dev.rampart.http.page.Frames;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.PostForm;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.page.SignOutPage;
import dev.rampart.http.page.SignedOutPage;
import dev.rampart.oauth.logout.LogoutService.Ask;
import dev.rampart.oauth.logout.LogoutService.Refusal;
import jakarta.inject.Inject;

/** Ends the session of a browser, and the pages around it. */
public final class LogoutPages {

    private final SignOut signOut;
    private final Pages pages;
    private final Frames frames;

    @Inject
    public LogoutPages(SignOut signOut, Pages pages, Frames frames) {
        this.signOut = signOut;
        this.pages = pages;
        this.frames = frames;
    }

    /** Signs out, and goes to {@code location}. */
    Response endedAndBack(Request request, String location) {
        return ended(request, Response.redirect(location));
    }

    /** Signs out, and says so on a page. */
    Response ended(Request request) {
        SignedOutPage page = new SignedOutPage(frames.of(request.tenant()), null);
        return ended(request, pages.response(200, page));
    }

    private Response ended(Request request, Response response) {
        Tenant tenant = request.tenant();
        signOut.signOut(tenant.id(), Browsers.of(request));
        CookieNames names = CookieNames.of(tenant);
        return response.withCookie(names.forget(names.session()));
    }

    /** Asks. The answer brings {@code query} back, and is bound to the cookie {@code browser}. */
    Response asked(Request request, Ask ask, String query, Secret browser) {
        Tenant tenant = request.tenant();
        String action = Ways.signOut(tenant) + (query.isEmpty() ? "" : "?" + query);
        SignOutPage page = new SignOutPage(
                frames.of(tenant),
                new PostForm(new SafeUrl(action), CsrfToken.of(browser)),
                ask.application().orElse(null),
                ask.session().map(Session::userName).orElse(null));
        return pages.response(200, page).withCookie(CookieNames.of(tenant).browser(browser, null));
    }

    Response refused(Request request, Refusal why) {
        String detail = switch (why) {
            case ID_TOKEN_HINT_INVALID -> "The id_token_hint is not valid.";
            case CLIENT_MISMATCH -> "The client_id is not the one of the id_token_hint.";
            case REDIRECT_URI_NOT_REGISTERED -> "The post_logout_redirect_uri is not registered.";
        };
        ErrorPage page = new ErrorPage(
                frames.of(request.tenant()),
                new Fault(Fault.Kind.BAD_REQUEST, detail, null),
                request.origin().requestId(),
                null);
        return pages.response(page.status(), page);
    }
}
