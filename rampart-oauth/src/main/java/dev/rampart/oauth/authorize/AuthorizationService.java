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
import dev.rampart.oauth.SubjectIdentifiers;
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
    private final RequestObjects objects;
    private final AuthorizationChecks checks;
    private final Authorize authorize;
    private final RefuseAuthorization refusals;

    public AuthorizationService(
            ClientDirectory clients,
            RequestObjects objects,
            IdTokenHints hints,
            SubjectIdentifiers subjects,
            Audiences audiences,
            Authorize authorize,
            RefuseAuthorization refusals) {
        this.clients = clients;
        this.objects = objects;
        this.checks = new AuthorizationChecks(hints, subjects, audiences);
        this.authorize = authorize;
        this.refusals = refusals;
    }

    public Answer authorize(Tenant tenant, AuthorizationParameters parameters, Visitor visitor) {
        boolean isBack = visitor.flow().isPresent();
        return switch (addressee(
                new Sent(tenant, parameters, isBack), visitor.browser().origin())) {
            case Doubtful(Doubt doubt) -> new Page(doubt);
            case Found(Addressed request, Optional<AuthorizationRefusal> refusal) ->
                switch (read(request, refusal)) {
                    case AuthorizationChecks.Unsound(AuthorizationRefusal why) ->
                        refused(request, visitor.browser().origin(), why);
                    case AuthorizationChecks.Sound(Asked asked) -> decide(request, asked, visitor);
                };
        };
    }

    private AuthorizationChecks.Read read(Addressed request, Optional<AuthorizationRefusal> refusal) {
        return refusal.<AuthorizationChecks.Read>map(AuthorizationChecks.Unsound::new)
                .orElseGet(() -> checks.read(request.tenant(), request.client(), request.parameters()));
    }

    /** Answers for a person who would not sign in (RFC 6749 §4.1.2.1, {@code access_denied}). */
    public Answer cancel(Tenant tenant, AuthorizationParameters parameters, RequestOrigin origin) {
        return switch (addressee(new Sent(tenant, parameters, true), origin)) {
            case Doubtful(Doubt doubt) -> new Page(doubt);
            case Found(Addressed request, var _) -> refused(request, origin, AuthorizationRefusal.CANCELLED);
        };
    }

    private Addressee addressee(Sent sent, RequestOrigin origin) {
        Tenant tenant = sent.tenant();
        Optional<String> id = sent.parameters().get("client_id");
        Optional<Client> client = id.map(ClientId::new).flatMap(known -> clients.find(tenant.id(), known));
        if (client.filter(Client::enabled).isEmpty()) {
            return doubtful(tenant, id.orElse(""), origin, Doubt.CLIENT_UNKNOWN);
        }
        RequestObjects.Read read = objects.read(tenant, client.get(), sent.parameters(), sent.isBack());
        Optional<RedirectUri> redirectUri =
                read.parameters().get("redirect_uri").map(RedirectUri::new);
        if (redirectUri.isEmpty()) {
            return doubtful(tenant, id.orElse(""), origin, Doubt.REDIRECT_URI_MISSING);
        }
        if (!client.get().mayReceiveAt(redirectUri.get())) {
            return doubtful(tenant, id.orElse(""), origin, Doubt.REDIRECT_URI_NOT_REGISTERED);
        }
        Addressed request = new Addressed(
                tenant,
                client.get(),
                redirectUri.get(),
                read.parameters(),
                sent.parameters().query());
        return new Found(request, read.refusal());
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
                .filter(client -> client.mayReceiveAt(request.redirectUri()));
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

    /** A request as it came, perhaps back from a page of ours. */
    private record Sent(Tenant tenant, AuthorizationParameters parameters, boolean isBack) {}

    /**
     * A request of which it is known who sent it and where the answer goes.
     *
     * @param query the request as it was sent, to be sent again after the sign-in
     */
    private record Addressed(
            Tenant tenant, Client client, RedirectUri redirectUri, AuthorizationParameters parameters, String query) {

        AuthorizationResponse response() {
            return new AuthorizationResponse(tenant, redirectUri, ResponseMode.of(parameters), parameters.get("state"));
        }

        Answer error(ErrorObject error) {
            return response().error(error);
        }

        Addressed with(Client fresh) {
            return new Addressed(tenant, fresh, redirectUri, parameters, query);
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
                    query,
                    visitor.flow(),
                    visitor.browser());
        }
    }

    private sealed interface Addressee {}

    private record Found(Addressed request, Optional<AuthorizationRefusal> refusal) implements Addressee {}

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
