package dev.rampart.http.asset;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.http.exchange.CachedEndpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.Asset;
import dev.rampart.http.page.Assets;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code GET /assets/{name}}: a file whose name changes with its content, so that a browser need never ask for it again
 * (RFC 8246 §2).
 */
public final class AssetEndpoint implements CachedEndpoint {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Assets assets;
    private final Map<String, Response> made = new ConcurrentHashMap<>();

    @Inject
    public AssetEndpoint(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Optional<Response> ready(OrgSlug tenant, String path) {
        return Optional.ofNullable(made.get(path.substring(path.lastIndexOf('/') + 1)));
    }

    /** Keeps only what there is, so that nobody can fill the memory with names. */
    @Override
    public Response handle(Request request) {
        return assets.find(request.variable("name"))
                .map(asset -> made.computeIfAbsent(asset.name(), _ -> file(asset)))
                .orElseGet(() -> Response.problem(
                        404, "There is nothing here", "The file may have been replaced by a newer one."));
    }

    private static Response file(Asset asset) {
        return Response.kept(asset.contentType(), asset.bytes(), FOR_EVER)
                .withHeader("Cache-Control", "public, max-age=%d, immutable".formatted(FOR_EVER.toSeconds()));
    }
}
