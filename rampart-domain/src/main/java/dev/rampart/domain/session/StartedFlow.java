package dev.rampart.domain.session;

import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * What names a flow that has just begun, in the clear.
 *
 * @param id for the address of the sign-in page
 * @param browser for the cookie; the one the browser had, if it had one
 */
public record StartedFlow(Secret id, Secret browser) {

    /** Makes up new names. Touches nothing. */
    public static StartedFlow in(Browser browser, Entropy entropy) {
        return new StartedFlow(Secret.random(entropy), browser.id().orElseGet(() -> Secret.random(entropy)));
    }

    /** The flow as it is to be remembered. */
    public NewFlow about(NewFlow.Subject subject, Instant now, SessionLimits limits) {
        return new NewFlow(Sha256.of(id), Sha256.of(browser), subject, Optional.empty(), now, now.plus(limits.flow()));
    }
}
