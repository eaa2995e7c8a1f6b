package dev.rampart.oauth.logout;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.Session;
import dev.rampart.oauth.authorize.IdTokenHint;
import dev.rampart.oauth.authorize.IdTokenHints;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decides what an application may have when it sends a person to be signed out (OIDC RP-Initiated Logout §2 and §3).
 *
 * <p>The person is asked, unless the application brings an ID token of the very session. The browser goes back only to
 * a URI that the application has registered for it.
 */
public final class LogoutService {

    private final ClientDirectory clients;
    private final IdTokenHints hints;

    public LogoutService(ClientDirectory clients, IdTokenHints hints) {
        this.clients = clients;
        this.hints = hints;
    }

    public Decision decide(Tenant tenant, Request request) {
        Optional<Session> session = request.session();
        Optional<IdTokenHint> hint = request.idTokenHint().flatMap(token -> hints.read(tenant, token));
        if (request.idTokenHint().isPresent() && hint.isEmpty()) {
            return new Refused(Refusal.ID_TOKEN_HINT_INVALID);
        }
        Optional<ClientId> named = request.clientId().map(ClientId::new);
        if (hint.isPresent()
                && named.filter(id -> !id.equals(hint.get().client())).isPresent()) {
            return new Refused(Refusal.CLIENT_MISMATCH);
        }
        Optional<Client> client = hint.map(IdTokenHint::client)
                .or(() -> named)
                .flatMap(id -> clients.find(tenant.id(), id))
                .filter(Client::enabled);
        Optional<RedirectUri> back = request.postLogoutRedirectUri().map(RedirectUri::new);
        if (back.isPresent()
                && client.filter(known -> known.postLogoutRedirectUris().contains(back.get()))
                        .isEmpty()) {
            return new Refused(Refusal.REDIRECT_URI_NOT_REGISTERED);
        }
        Optional<String> location = back.map(uri -> location(uri, request.state()));
        return (session.isEmpty() && hint.isPresent()) || isOfThisSession(hint, session)
                ? new EndNow(client.map(Client::name), location)
                : new Ask(client.map(Client::name), location, session);
    }

    private static boolean isOfThisSession(Optional<IdTokenHint> hint, Optional<Session> session) {
        return hint.isPresent()
                && session.isPresent()
                && hint.get().user().equals(session.get().user());
    }

    private static String location(RedirectUri uri, Optional<String> state) {
        return state.map(value -> uri.value()
                        + (uri.value().indexOf('?') < 0 ? "?" : "&")
                        + "state="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"))
                .orElse(uri.value());
    }

    /** What the application sends, and who is signed in. */
    public record Request(
            Optional<String> idTokenHint,
            Optional<String> clientId,
            Optional<String> postLogoutRedirectUri,
            Optional<String> state,
            Optional<Session> session) {}

    public sealed interface Decision {}

    /** End the session, and go back to {@code location} if there is one: to the application. */
    public record EndNow(Optional<String> application, Optional<String> location) implements Decision {}

    /** Ask the person first. Then as {@link EndNow}. */
    public record Ask(Optional<String> application, Optional<String> location, Optional<Session> session)
            implements Decision {}

    /** Neither end it nor go anywhere. */
    public record Refused(Refusal why) implements Decision {}

    public enum Refusal {
        ID_TOKEN_HINT_INVALID,
        CLIENT_MISMATCH,
        REDIRECT_URI_NOT_REGISTERED
    }
}
