package dev.rampart.http.oauth;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.http.exchange.CachedEndpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.oauth.jwks.JwksService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** {@code GET /.well-known/jwks.json}: the keys that tokens are verified with (RFC 7517 §5). */
@Singleton
public final class JwksEndpoint implements CachedEndpoint {

    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final JwksService keys;
    private final TenantDocuments documents;

    @Inject
    public JwksEndpoint(JwksService keys, InstantSource clock) {
        this.keys = keys;
        this.documents = new TenantDocuments(clock);
    }

    @Override
    public Optional<Response> ready(OrgSlug tenant, String path) {
        return documents.ready(tenant);
    }

    /**
     * The keys of an organization have just changed: whoever asks next sees them. Other nodes follow in ten seconds.
     */
    public void forget(OrgSlug tenant) {
        documents.forget(tenant);
    }

    @Override
    public Response handle(Request request) {
        Response response = Response.publicJson(keys.document(request.tenant().id()), MAX_AGE);
        return documents.keep(request.tenant().slug(), response);
    }
}
