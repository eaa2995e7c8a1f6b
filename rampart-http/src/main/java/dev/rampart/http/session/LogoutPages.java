package dev.rampart.http.session;

import static java.util.stream.Collectors.joining;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.session.SignOut;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.SecurityHeaders;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.CsrfToken;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.BackLink;
import dev.rampart.http.page.ErrorPage;
import dev.rampart.http.page.Fault;
import dev.rampart.http.page.Frames;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.PostForm;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.page.SignOutPage;
import dev.rampart.http.page.SignedOutPage;
import dev.rampart.oauth.logout.FrontChannel;
import dev.rampart.oauth.logout.FrontChannel.Told;
import dev.rampart.oauth.logout.LogoutService.Ask;
import dev.rampart.oauth.logout.LogoutService.Refusal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the session of a browser, and the pages around it. */
public final class LogoutPages {

    private final SignOut signOut;
    private final FrontChannel frontChannel;
    private final Pages pages;
    private final Frames frames;

    @Inject
    public LogoutPages(SignOut signOut, FrontChannel frontChannel, Pages pages, Frames frames) {
        this.signOut = signOut;
        this.frontChannel = frontChannel;
        this.pages = pages;
        this.frames = frames;
    }

    /**
     * Where a person goes who has signed out.
     *
     * @param application who has asked for it, by name
     */
    record Onward(Optional<String> application, Optional<String> location) {

        static final Onward NOWHERE = new Onward(Optional.empty(), Optional.empty());
    }

    /** Signs out. Then goes on, unless an application has to be told by the browser first, or says so on a page. */
    Response ended(Request request, Onward onward) {
        Tenant tenant = request.tenant();
        List<Told> told = signOut.signOut(tenant.id(), Browsers.of(request))
                .map(session -> frontChannel.told(tenant, session))
                .orElse(List.of());
        Response response = told.isEmpty() && onward.location().isPresent()
                ? Response.redirect(onward.location().get())
                : page(tenant, told, back(onward));
        CookieNames names = CookieNames.of(tenant);
        return response.withCookie(names.forget(names.session()));
    }

    private Response page(Tenant tenant, List<Told> told, @Nullable BackLink back) {
        List<SafeUrl> urls = told.stream().map(Told::url).map(SafeUrl::new).toList();
        Response page = pages.response(200, new SignedOutPage(frames.of(tenant), back, urls));
        String origins = told.stream().map(Told::origin).distinct().collect(joining(" "));
        return origins.isEmpty() ? page : SecurityHeaders.withFrames(page, origins);
    }

    private static @Nullable BackLink back(Onward onward) {
        return onward.location()
                .flatMap(SafeUrl::parse)
                .map(url -> new BackLink(onward.application().orElseGet(url::value), url))
                .orElse(null);
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
