package dev.rampart.http.oauth;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.StartedFlow;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.ErrorPage;
import dev.rampart.http.page.Fault;
import dev.rampart.http.page.FormPostPage;
import dev.rampart.http.page.Frames;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.session.Browsers;
import dev.rampart.http.session.Ways;
import dev.rampart.oauth.authorize.AuthorizationParameters;
import dev.rampart.oauth.authorize.AuthorizationService;
import dev.rampart.oauth.authorize.AuthorizationService.Answer;
import dev.rampart.oauth.authorize.AuthorizationService.Consent;
import dev.rampart.oauth.authorize.AuthorizationService.Doubt;
import dev.rampart.oauth.authorize.AuthorizationService.Page;
import dev.rampart.oauth.authorize.AuthorizationService.Post;
import dev.rampart.oauth.authorize.AuthorizationService.Redirect;
import dev.rampart.oauth.authorize.AuthorizationService.SignIn;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the authorization service, and turns what it says into what a browser does. */
public final class AuthorizationAnswers {

    private final AuthorizationService authorizations;
    private final Pages pages;
    private final Frames frames;

    @Inject
    public AuthorizationAnswers(AuthorizationService authorizations, Pages pages, Frames frames) {
        this.authorizations = authorizations;
        this.pages = pages;
        this.frames = frames;
    }

    Response asked(Request request, AuthorizationParameters parameters) {
        Optional<Secret> flow = request.parameter("flow").map(Secret::of);
        return response(
                request,
                authorizations.authorize(
                        request.tenant(), parameters, new AuthorizationService.Visitor(Browsers.of(request), flow)));
    }

    /** For a person who would rather not sign in. */
    public Response cancelled(Request request, AuthorizationParameters parameters) {
        return response(
                request,
                authorizations.cancel(
                        request.tenant(), parameters, request.origin().asRequestOrigin()));
    }

    private Response response(Request request, Answer answer) {
        Tenant tenant = request.tenant();
        return switch (answer) {
            case Redirect(String location) -> Response.redirect(location);
            case SignIn(StartedFlow flow) ->
                Response.redirect(Ways.signIn(tenant, flow.id()))
                        .withCookie(CookieNames.of(tenant).browser(flow.browser(), null));
            case Consent(StartedFlow flow) ->
                Response.redirect(Ways.consent(tenant, flow.id()))
                        .withCookie(CookieNames.of(tenant).browser(flow.browser(), null));
            case Post(String uri, Map<String, String> parameters) -> form(tenant, uri, parameters);
            case Page(Doubt doubt) -> page(request, doubt);
        };
    }

    private Response form(Tenant tenant, String uri, Map<String, String> parameters) {
        List<FormPostPage.Field> fields = parameters.entrySet().stream()
                .map(parameter -> new FormPostPage.Field(parameter.getKey(), parameter.getValue()))
                .toList();
        FormPostPage page = new FormPostPage(frames.of(tenant), new SafeUrl(uri), fields);
        return Response.page(pages.html(page), PageKind.FORM_POST);
    }

    private Response page(Request request, Doubt doubt) {
        Fault fault = switch (doubt) {
            case CLIENT_UNKNOWN -> Fault.of(Fault.Kind.UNKNOWN_APPLICATION);
            case REDIRECT_URI_MISSING ->
                new Fault(Fault.Kind.UNKNOWN_REDIRECT, "The redirect_uri is missing or sent twice.", null);
            case REDIRECT_URI_NOT_REGISTERED ->
                new Fault(Fault.Kind.UNKNOWN_REDIRECT, "The redirect_uri is not registered for this client.", null);
        };
        ErrorPage page = new ErrorPage(
                frames.of(request.tenant()), fault, request.origin().requestId(), null);
        return pages.response(page.status(), page);
    }
}
