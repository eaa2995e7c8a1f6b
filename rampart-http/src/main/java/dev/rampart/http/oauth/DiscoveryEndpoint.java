package dev.rampart.http.oauth;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.http.exchange.CachedEndpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.oauth.discovery.DiscoveryService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** {@code GET /.well-known/openid-configuration}: the metadata of an issuer (OIDC Discovery §4, RFC 8414 §3). */
@Singleton
public final class DiscoveryEndpoint implements CachedEndpoint {

    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final DiscoveryService metadata;
    private final TenantDocuments documents;

    @Inject
    public DiscoveryEndpoint(DiscoveryService metadata, InstantSource clock) {
        this.metadata = metadata;
        this.documents = new TenantDocuments(clock);
    }

    @Override
    public Optional<Response> ready(OrgSlug tenant, String path) {
        return documents.ready(tenant);
    }

    @Override
    public Response handle(Request request) {
        Response response = Response.publicJson(metadata.document(request.tenant()), MAX_AGE);
        return documents.keep(request.tenant().slug(), response);
    }
}
