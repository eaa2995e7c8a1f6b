package dev.rampart.http.session;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.Browser;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.session.ShowSignIn;
import dev.rampart.domain.session.SignIn;
import dev.rampart.domain.session.SignIn.Delayed;
import dev.rampart.domain.session.SignIn.PasswordDemanded;
import dev.rampart.domain.session.SignIn.Refusal;
import dev.rampart.domain.session.SignIn.Refused;
import dev.rampart.domain.session.SignIn.SignedIn;
import dev.rampart.domain.session.SignInFlows.Shown;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.oauth.AuthorizationAnswers;
import dev.rampart.http.page.SignInPage;
import dev.rampart.oauth.OAuthErrors;
import dev.rampart.oauth.authorize.AuthorizationParameters;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** {@code POST /login}: a person's name and password, or that they would rather not. */
public final class SignInEndpoint implements Endpoint {

    private static final Duration WAIT_WHEN_BUSY = Duration.ofSeconds(2);

    private final SignIn signIn;
    private final ShowSignIn showSignIn;
    private final AuthorizationAnswers authorizations;
    private final SignInPages pages;
    private final SessionLimits limits;

    @Inject
    public SignInEndpoint(
            SignIn signIn,
            ShowSignIn showSignIn,
            AuthorizationAnswers authorizations,
            SignInPages pages,
            SessionLimits limits) {
        this.signIn = signIn;
        this.showSignIn = showSignIn;
        this.authorizations = authorizations;
        this.pages = pages;
        this.limits = limits;
    }

    @Override
    public Response handle(Request request) {
        Secret flow = Secret.of(request.parameter("flow").orElseThrow());
        if (request.parameter("cancel").isPresent()) {
            return cancel(request, flow);
        }
        Optional<String> username = request.parameter("username");
        Optional<String> password = request.parameter("password");
        if (username.isEmpty() || password.isEmpty()) {
            return again(request, flow, new SignInPage.Refusal.WrongCredentials());
        }
        return signIn(request, flow, username.get(), Secret.of(password.get()));
    }

    private Response signIn(Request request, Secret flow, String username, Secret password) {
        Tenant tenant = request.tenant();
        Browser browser = Browsers.of(request);
        return switch (signIn.signIn(tenant.id(), new SignIn.Request(flow, browser, username, password))) {
            case SignedIn(Secret token, String continued) ->
                Response.redirect(Ways.on(tenant, continued, flow))
                        .withCookie(CookieNames.of(tenant).session(token, limits.absolute()));
            case PasswordDemanded() -> Response.redirect(Ways.newPassword(tenant, flow));
            case Delayed(Duration delay) -> retryAfter(request, flow, delay, new SignInPage.Refusal.SlowDown(delay));
            case Refused(Refusal why) -> refused(request, flow, why);
        };
    }

    /** Says no more than whether trying again may help. */
    private Response refused(Request request, Secret flow, Refusal why) {
        return switch (why) {
            case NO_PASSWORD, PASSWORD_WRONG, USER_DISABLED, USER_UNKNOWN ->
                again(request, flow, new SignInPage.Refusal.WrongCredentials());
            case BUSY, TOO_MANY_FAILURES, TOO_MANY_REQUESTS ->
                retryAfter(request, flow, WAIT_WHEN_BUSY, new SignInPage.Refusal.Busy());
            case FLOW_GONE, PASSWORD_CHANGE_REQUIRED -> again(request, flow, new SignInPage.Refusal.Expired());
        };
    }

    private Response retryAfter(Request request, Secret flow, Duration delay, SignInPage.Refusal refusal) {
        return again(request, flow, refusal).withHeader("Retry-After", Long.toString(OAuthErrors.seconds(delay)));
    }

    private Response again(Request request, Secret flow, SignInPage.Refusal refusal) {
        Tenant tenant = request.tenant();
        Optional<Shown> shown = showSignIn.show(tenant.id(), flow, Browsers.of(request));
        if (shown.isEmpty()) {
            return pages.expired(request);
        }
        // The form was sent twice, and the other one won: its session is in the browser by now.
        return shown.get().completed()
                ? Response.redirect(Ways.on(tenant, shown.get().request(), flow))
                : pages.form(request, shown.get(), request.parameter("username").orElse(null), refusal);
    }

    private Response cancel(Request request, Secret flow) {
        Optional<Shown> shown = showSignIn.show(request.tenant().id(), flow, Browsers.of(request));
        return shown.filter(known -> !known.request().isEmpty())
                .map(known -> authorizations.cancelled(request, AuthorizationParameters.parse(known.request())))
                .orElseGet(() -> pages.expired(request));
    }
}
