package dev.rampart.http.setup;

import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CsrfToken;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.BackLink;
import dev.rampart.http.page.ErrorPage;
import dev.rampart.http.page.Fault;
import dev.rampart.http.page.Frame;
import dev.rampart.http.page.Frames;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.PostForm;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.page.SetupDonePage;
import dev.rampart.http.page.SetupPage;
import dev.rampart.http.page.SetupPage.Asked;
import dev.rampart.http.session.Ways;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The pages that setting up leads through. */
public final class SetupPages {

    private static final String RETRY_SECONDS = "2";

    private final Pages pages;
    private final Frames frames;

    @Inject
    public SetupPages(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    /** The form; again, if there are mistakes in what was typed. */
    Response form(Request request, Secret browser, Asked asked) {
        int status = asked.mistakes().isEmpty() ? 200 : 400;
        SetupPage page =
                new SetupPage(frames.of(request.tenant()), post(request, browser), token(request), asked, false);
        return pages.response(status, page);
    }

    /** The form, since nothing could be hashed just now. */
    Response busy(Request request, Secret browser, Asked asked) {
        SetupPage page =
                new SetupPage(frames.of(request.tenant()), post(request, browser), token(request), asked, true);
        return pages.response(503, page).withHeader("Retry-After", RETRY_SECONDS);
    }

    Response done(Request request, String email) {
        SetupDonePage page = new SetupDonePage(frames.of(request.tenant()), email, signIn(request));
        return pages.response(200, page);
    }

    /** The link works no more, or never did: a stranger is not told which. */
    Response gone(Request request) {
        Frame frame = frames.of(request.tenant());
        return error(request, Fault.Kind.SETUP_GONE, new BackLink(frame.organization(), signIn(request)));
    }

    /** Only the default organization is set up by a link. */
    Response notHere(Request request) {
        return error(request, Fault.Kind.NOT_FOUND, null);
    }

    private Response error(Request request, Fault.Kind kind, @Nullable BackLink back) {
        ErrorPage page = new ErrorPage(
                frames.of(request.tenant()), Fault.of(kind), request.origin().requestId(), back);
        return pages.response(page.status(), page);
    }

    private static PostForm post(Request request, Secret browser) {
        return new PostForm(new SafeUrl(request.tenant().issuer().path() + "/setup"), CsrfToken.of(browser));
    }

    private static String token(Request request) {
        return request.parameter("token").orElseThrow();
    }

    private static SafeUrl signIn(Request request) {
        return new SafeUrl(Ways.signIn(request.tenant()));
    }
}
