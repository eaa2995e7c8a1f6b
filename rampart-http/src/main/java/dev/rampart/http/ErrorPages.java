package dev.rampart.http;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.http.exchange.Response;
import org.jspecify.annotations.Nullable;

/** Words a failure as a page for people. */
@FunctionalInterface
public interface ErrorPages {

    /** The page, of the kind {@code SIGN_IN}. */
    Response page(Failure failure);

    /**
     * What went wrong.
     *
     * @param requestId to be quoted to whoever can look it up
     * @param tenant whose page it is, or null if that is not known
     */
    record Failure(
            int status,
            String title,
            String text,
            String requestId,
            @Nullable Tenant tenant) {}
}
