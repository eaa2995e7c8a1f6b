package dev.rampart.http.oauth;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.http.exchange.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Documents of organizations, ready to be sent: each is made again after ten seconds. */
final class TenantDocuments {

    private static final Duration LIFETIME = Duration.ofSeconds(10);

    /** When there are more, all are forgotten: that is rare, and cheap to make good. */
    private static final int MAX_DOCUMENTS = 10_000;

    private final Map<OrgSlug, Made> made = new ConcurrentHashMap<>();
    private final InstantSource clock;

    TenantDocuments(InstantSource clock) {
        this.clock = clock;
    }

    Optional<Response> ready(OrgSlug tenant) {
        Made document = made.get(tenant);
        return document == null || !clock.instant().isBefore(document.until())
                ? Optional.empty()
                : Optional.of(document.response());
    }

    Response keep(OrgSlug tenant, Response response) {
        if (made.size() >= MAX_DOCUMENTS) {
            made.clear();
        }
        made.put(tenant, new Made(response, clock.instant().plus(LIFETIME)));
        return response;
    }

    /** What it was made of has just changed, on this node. */
    void forget(OrgSlug tenant) {
        made.remove(tenant);
    }

    private record Made(Response response, Instant until) {}
}
