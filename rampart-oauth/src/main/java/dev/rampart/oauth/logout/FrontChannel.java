package dev.rampart.oauth.logout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.EndedSession;
import dev.rampart.domain.shared.WebUri;
import java.net.URLEncoder;
import java.util.List;

/**
 * Which URLs a browser has to load so that applications learn of the end of a session (OIDC Front-Channel Logout §2).
 */
public final class FrontChannel {

    /** No more applications than that are told by one page. */
    static final int MOST = 50;

    private final ClientDirectory clients;

    public FrontChannel(ClientDirectory clients) {
        this.clients = clients;
    }

    /**
     * Each with {@code iss} and {@code sid}, whether the application insists on them or not (§2: the provider may add
     * them), in the order of their ids.
     */
    public List<Told> told(Tenant tenant, EndedSession ended) {
        return ended.clients().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .flatMap(id -> clients.find(tenant.id(), id).stream())
                .filter(Client::enabled)
                .flatMap(client -> client.metadata().logout().frontchannelUri().stream())
                .limit(MOST)
                .map(uri -> new Told(withSession(uri, tenant, ended), uri.origin()))
                .toList();
    }

    /** What is loaded to tell one application, and the origin that it is loaded from. */
    public record Told(String url, String origin) {}

    private static String withSession(WebUri uri, Tenant tenant, EndedSession ended) {
        return uri.value()
                + (uri.value().indexOf('?') < 0 ? "?" : "&")
                + "iss="
                + URLEncoder.encode(tenant.issuer().value(), UTF_8)
                + "&sid="
                + ended.session().id();
    }
}
