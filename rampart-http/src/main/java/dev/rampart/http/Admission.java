package dev.rampart.http;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.http.exchange.Caller;
import dev.rampart.http.exchange.Response;
import org.jspecify.annotations.Nullable;

/** What a check says about a request. */
public sealed interface Admission {

    /**
     * It may pass.
     *
     * @param tenant the one that the credential names, on a route that takes it from there; else null
     */
    record Admitted(Caller caller, @Nullable Tenant tenant) implements Admission {

        public Admitted(Caller caller) {
            this(caller, null);
        }

        public static Admitted with(Caller.Credential credential) {
            return new Admitted(new Caller.Verified(credential));
        }
    }

    /** It may not, and this is the answer. */
    record Refused(Response response) implements Admission {}
}
