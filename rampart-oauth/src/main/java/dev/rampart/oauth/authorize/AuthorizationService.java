package dev.rampart.oauth.authorize;

import com.nimbusds.oauth2.sdk.ErrorObject;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.grant.AuthorizationRequest;
import dev.rampart.domain.grant.Authorize;
import dev.rampart.domain.grant.Authorize.ConsentNeeded;
import dev.rampart.domain.grant.Authorize.Issued;
import dev.rampart.domain.grant.Authorize.Refused;
import dev.rampart.domain.grant.Authorize.SignInNeeded;
import dev.rampart.domain.grant.RefuseAuthorization;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.Browser;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.session.StartedFlow;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.oauth.Audiences;
import dev.rampart.oauth.OAuthErrors;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The authorization endpoint (RFC 6749 §3.1).
 *
 * <p>First who asks and where the answer goes: if that is in doubt, a person is told on a page, and nobody is
 * redirected (RFC 9700 §4.1.3). From then on every refusal goes to the redirect URI.
 */
public final class AuthorizationService {

    private final ClientDirectory clients;
    private final AuthorizationChecks checks;
    private final Authorize authorize;
    private final RefuseAuthorization refusals;

    public AuthorizationService(
            ClientDirectory clients,
            IdTokenHints hints,
            Audiences audiences,
            Authorize authorize,
            RefuseAuthorization refusals) {
        this.clients = clients;
        this.checks = new AuthorizationChecks(hints, audiences);
        this.authorize = authorize;
        this.refusals = refusals;
    }

    public Answer authorize(Tenant tenant, AuthorizationParameters parameters, Visitor visitor) {
        return switch (addressee(tenant, parameters, visitor.browser().origin())) {
            case Doubtful(Doubt doubt) -> new Page(doubt);
            case Found(Client client, RedirectUri redirectUri) -> {
                Addressed request = new Addressed(tenant, client, redirectUri, parameters);
                yield switch (checks.read(tenant, client, parameters)) {
                    case AuthorizationChecks.Unsound(AuthorizationRefusal why) ->
                        refused(request, visitor.browser().origin(), why);
                    case AuthorizationChecks.Sound(Asked asked) -> decide(request, asked, visitor);
                };
            }
        };
    }

    /** Answers for a person who would not sign in (RFC 6749 §4.1.2.1, {@code access_denied}). */
    public Answer cancel(Tenant tenant, AuthorizationParameters parameters, RequestOrigin origin) {
        return switch (addressee(tenant, parameters, origin)) {
            case Doubtful(Doubt doubt) -> new Page(doubt);
            case Found(Client client, RedirectUri redirectUri) ->
                refused(new Addressed(tenant, client, redirectUri, parameters), origin, AuthorizationRefusal.CANCELLED);
        };
    }

    private Addressee addressee(Tenant tenant, AuthorizationParameters parameters, RequestOrigin origin) {
        Optional<String> id = parameters.get("client_id");
        Optional<Client> client = id.map(ClientId::new).flatMap(known -> clients.find(tenant.id(), known));
        Optional<RedirectUri> redirectUri = parameters.get("redirect_uri").map(RedirectUri::new);
        if (client.filter(Client::enabled).isEmpty()) {
            return doubtful(tenant, id.orElse(""), origin, Doubt.CLIENT_UNKNOWN);
        }
        if (redirectUri.isEmpty()) {
            return doubtful(tenant, id.orElse(""), origin, Doubt.REDIRECT_URI_MISSING);
        }
        if (!client.get().redirectUris().contains(redirectUri.get())) {
            return doubtful(tenant, id.orElse(""), origin, Doubt.REDIRECT_URI_NOT_REGISTERED);
        }
        return new Found(client.get(), redirectUri.get());
    }

    private Doubtful doubtful(Tenant tenant, String client, RequestOrigin origin, Doubt doubt) {
        refusals.refuse(
                tenant.id(),
                new RefuseAuthorization.Request(AuditEvent.Type.AUTHORIZATION_GRANTED, client, origin, doubt));
        return new Doubtful(doubt);
    }

    private Answer decide(Addressed request, Asked asked, Visitor visitor) {
        return switch (authorize.authorize(request.tenant().id(), request.asked(asked, visitor))) {
            case Issued(Secret code, Session _, Instant _) -> request.response().code(code);
            case SignInNeeded(StartedFlow started) -> new SignIn(started);
            case ConsentNeeded(StartedFlow started, var _) -> new Consent(started);
            case Refused(Authorize.Refusal why) -> refused(request, why, () -> again(request, asked, visitor));
        };
    }

    private Answer refused(Addressed request, Authorize.Refusal why, Supplier<Answer> again) {
        return switch (why) {
            case CLIENT_CHANGED -> again.get();
            case RESOURCE_UNKNOWN -> request.error(OAuthErrors.invalidTarget());
            case NOT_SIGNED_IN, SIGNED_IN_TOO_LONG_AGO, SOMEBODY_ELSE_SIGNED_IN ->
                request.error(OAuthErrors.loginRequired());
            case CHALLENGE_MISSING -> request.error(AuthorizationRefusal.CHALLENGE_MISSING.error());
            case CONSENT_MISSING -> request.error(OAuthErrors.consentRequired());
        };
    }

    /** Once: with the client as it is now, if it would still be answered there. */
    private Answer again(Addressed request, Asked asked, Visitor visitor) {
        Client old = request.client();
        Optional<Client> fresh = clients.afresh(request.tenant().id(), old.id())
                .filter(client -> client.enabled() && client.version() != old.version())
                .filter(client -> client.redirectUris().contains(request.redirectUri()));
        return fresh.isPresent() ? decide(request.with(fresh.get()), asked, visitor) : new Page(Doubt.CLIENT_UNKNOWN);
    }

    private Answer refused(Addressed request, RequestOrigin origin, AuthorizationRefusal why) {
        refusals.refuse(
                request.tenant().id(),
                new RefuseAuthorization.Request(
                        AuditEvent.Type.AUTHORIZATION_GRANTED,
                        request.client().id().value(),
                        origin,
                        why));
        return request.error(why.error());
    }

    /** A request of which it is known who sent it and where the answer goes. */
    private record Addressed(
            Tenant tenant, Client client, RedirectUri redirectUri, AuthorizationParameters parameters) {

        AuthorizationResponse response() {
            return new AuthorizationResponse(tenant, redirectUri, ResponseMode.of(parameters), parameters.get("state"));
        }

        Answer error(ErrorObject error) {
            return response().error(error);
        }

        Addressed with(Client fresh) {
            return new Addressed(tenant, fresh, redirectUri, parameters);
        }

        AuthorizationRequest asked(Asked asked, Visitor visitor) {
            return new AuthorizationRequest(
                    client,
                    redirectUri,
                    asked.scopes(),
                    asked.targets().resources(),
                    asked.targets().resourceServer(),
                    asked.challenge(),
                    parameters.get("nonce"),
                    asked.prompts(),
                    asked.maxAge(),
                    asked.expected(),
                    parameters.get("login_hint"),
                    parameters.get("claims"),
                    parameters.query(),
                    visitor.flow(),
                    visitor.browser());
        }
    }

    private sealed interface Addressee {}

    private record Found(Client client, RedirectUri redirectUri) implements Addressee {}

    private record Doubtful(Doubt doubt) implements Addressee {}

    /** Who sends a request: {@code flow} is the sign-in that the browser comes back from. */
    public record Visitor(Browser browser, Optional<Secret> flow) {}

    /** What the browser is to do. */
    public sealed interface Answer {}

    /** Go to the application, with a code or an error. */
    public record Redirect(String location) implements Answer {}

    /** Go there with a form (Form Post Response Mode §2). */
    public record Post(String uri, Map<String, String> parameters) implements Answer {

        public Post {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        /** There is a code in it. */
        @Override
        public String toString() {
            return "Post[uri=%s]".formatted(uri);
        }
    }

    /** Show the sign-in page: a flow has begun. */
    public record SignIn(StartedFlow flow) implements Answer {}

    /** Show the consent page: the flow waits there. */
    public record Consent(StartedFlow flow) implements Answer {}

    /** Stay here, and read why. */
    public record Page(Doubt doubt) implements Answer {}

    /** Why it is in doubt who asks, or where the answer should go. */
    public enum Doubt {
        CLIENT_UNKNOWN,
        REDIRECT_URI_MISSING,
        REDIRECT_URI_NOT_REGISTERED
    }
}
