package dev.rampart.http.session;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.ReplacePassword;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.session.SignInFlows.Shown;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.CsrfToken;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.Application;
import dev.rampart.http.page.BackLink;
import dev.rampart.http.page.ErrorPage;
import dev.rampart.http.page.Fault;
import dev.rampart.http.page.Frames;
import dev.rampart.http.page.NewPasswordPage;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.PostForm;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.page.SignInPage;
import dev.rampart.http.page.SignedInPage;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The pages that signing in leads through. */
public final class SignInPages {

    private final Pages pages;
    private final Frames frames;
    private final Entropy entropy;

    @Inject
    public SignInPages(Pages pages, Frames frames, Entropy entropy) {
        this.pages = pages;
        this.frames = frames;
        this.entropy = entropy;
    }

    /** The form. {@code typed} is the name that was typed before, if it is shown again. */
    Response form(Request request, Shown flow, @Nullable String typed, SignInPage.@Nullable Refusal refusal) {
        Tenant tenant = request.tenant();
        SignInPage.Asked asked = new SignInPage.Asked(
                flow.applicationName()
                        .map(name -> Application.of(name, flow.display()))
                        .orElse(null),
                typed == null ? flow.loginHint().orElse(null) : typed,
                null);
        Secret id = Secret.of(request.parameter("flow").orElseThrow());
        SignInPage page = new SignInPage(
                frames.of(tenant), new PostForm(new SafeUrl(Ways.signIn(tenant, id)), csrf(request)), asked, refusal);
        return pages.response(status(refusal), page);
    }

    private static int status(SignInPage.@Nullable Refusal refusal) {
        return switch (refusal) {
            case null -> 200;
            case SignInPage.Refusal.WrongCredentials(), SignInPage.Refusal.Expired() -> 400;
            case SignInPage.Refusal.SlowDown(var wait) -> 429;
            case SignInPage.Refusal.Busy() -> 503;
        };
    }

    /** Where somebody chooses another password. */
    Response newPassword(Request request, ReplacePassword.Asked asked, NewPasswordPage.@Nullable Refusal refusal) {
        Tenant tenant = request.tenant();
        Secret flow = Secret.of(request.parameter("flow").orElseThrow());
        PostForm form = new PostForm(new SafeUrl(Ways.newPassword(tenant, flow)), csrf(request));
        NewPasswordPage.Asked shown = new NewPasswordPage.Asked(asked.name(), asked.policy());
        NewPasswordPage page = new NewPasswordPage(frames.of(tenant), form, shown, refusal);
        int status = page.wrong() ? 400 : page.busy() ? 503 : 200;
        return pages.response(status, page);
    }

    /** The session cookie outlives the browser cookie, so that there may be none: the form below needs one. */
    Response signedIn(Request request, Session session) {
        Tenant tenant = request.tenant();
        Secret browser = Browsers.of(request).id().orElseGet(() -> Secret.random(entropy));
        PostForm signOut = new PostForm(new SafeUrl(Ways.signOut(tenant)), CsrfToken.of(browser));
        return pages.response(200, new SignedInPage(frames.of(tenant), session.userName(), signOut))
                .withCookie(CookieNames.of(tenant).browser(browser, null));
    }

    /** The flow is not there any more, or was never this browser's: the way on is to begin again. */
    public Response expired(Request request) {
        Tenant tenant = request.tenant();
        BackLink again = new BackLink(frames.of(tenant).organization(), new SafeUrl(Ways.signIn(tenant)));
        ErrorPage page = new ErrorPage(
                frames.of(tenant),
                Fault.of(Fault.Kind.EXPIRED),
                request.origin().requestId(),
                again);
        return pages.response(page.status(), page);
    }

    /** What a form brings back; empty where the browser has no cookie of ours, and no form is taken. */
    public static String csrf(Request request) {
        return request.cookie(CookieNames.of(request.tenant()).browser())
                .map(Secret::of)
                .map(CsrfToken::of)
                .orElse("");
    }
}
