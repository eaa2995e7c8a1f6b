package dev.rampart.http.exchange;

import dev.rampart.domain.organization.OrgSlug;
import java.util.Optional;

/**
 * An endpoint whose answer mostly lies ready: discovery, keys, files.
 *
 * <p>A ready answer is given by the thread that read the request, as it is, without asking for the tenant again. Only
 * if there is none does {@link #handle} make it, on a worker, for a tenant that was found.
 */
public interface CachedEndpoint extends Endpoint {

    /**
     * The answer of {@link Response#kept} for that tenant and path, if it lies in memory. Must not wait for anything.
     *
     * @param path beneath the tenant
     */
    Optional<Response> ready(OrgSlug tenant, String path);
}
