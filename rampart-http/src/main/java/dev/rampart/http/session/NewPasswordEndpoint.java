package dev.rampart.http.session;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.Browser;
import dev.rampart.domain.session.ReplacePassword;
import dev.rampart.domain.session.ReplacePassword.Busy;
import dev.rampart.domain.session.ReplacePassword.Gone;
import dev.rampart.domain.session.ReplacePassword.Mistaken;
import dev.rampart.domain.session.ReplacePassword.Replaced;
import dev.rampart.domain.session.ReplacePassword.Unchanged;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.user.PasswordRules;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.NewPasswordPage;
import jakarta.inject.Inject;

/** {@code POST /login/password}: the password that somebody chose who has to. */
public final class NewPasswordEndpoint implements Endpoint {

    private static final String RETRY_SECONDS = "2";

    private final ReplacePassword replacePassword;
    private final SignInPages pages;
    private final SessionLimits limits;

    @Inject
    public NewPasswordEndpoint(ReplacePassword replacePassword, SignInPages pages, SessionLimits limits) {
        this.replacePassword = replacePassword;
        this.pages = pages;
        this.limits = limits;
    }

    @Override
    public Response handle(Request request) {
        Tenant tenant = request.tenant();
        Secret flow = Secret.of(request.parameter("flow").orElseThrow());
        Browser browser = Browsers.of(request);
        Secret password = Secret.of(request.parameter("password").orElse(""));
        return switch (replacePassword.replace(tenant.id(), new ReplacePassword.Request(flow, browser, password))) {
            case Replaced(Secret token, String continued) ->
                Response.redirect(Ways.on(tenant, continued, flow))
                        .withCookie(CookieNames.of(tenant).session(token, limits.absolute()));
            case Mistaken(PasswordRules.Mistake mistake) -> again(request, refusal(mistake));
            case Unchanged() -> again(request, NewPasswordPage.Refusal.UNCHANGED);
            case Busy() -> again(request, NewPasswordPage.Refusal.BUSY).withHeader("Retry-After", RETRY_SECONDS);
            case Gone() -> Response.redirect(Ways.signIn(tenant, flow));
        };
    }

    private static NewPasswordPage.Refusal refusal(PasswordRules.Mistake mistake) {
        return switch (mistake) {
            case TOO_SHORT -> NewPasswordPage.Refusal.TOO_SHORT;
            case TOO_LONG -> NewPasswordPage.Refusal.TOO_LONG;
            case BLOCKED_WORD -> NewPasswordPage.Refusal.BLOCKED;
        };
    }

    private Response again(Request request, NewPasswordPage.Refusal refusal) {
        Secret flow = Secret.of(request.parameter("flow").orElseThrow());
        return replacePassword
                .asked(request.tenant().id(), flow, Browsers.of(request))
                .map(asked -> pages.newPassword(request, asked, refusal))
                .orElseGet(() -> Response.redirect(Ways.signIn(request.tenant(), flow)));
    }
}
