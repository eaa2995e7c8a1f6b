package dev.rampart.domain.client;

import dev.rampart.domain.shared.HttpsUri;
import java.util.Optional;

/**
 * What people are shown of an application, beside its name (RFC 7591 §2).
 *
 * @param clientUri its home page
 * @param logoUri where browsers load its logo from
 * @param policyUri what it does with people's data
 * @param tosUri its terms of service
 */
public record ClientDisplay(
        Optional<HttpsUri> clientUri,
        Optional<HttpsUri> logoUri,
        Optional<HttpsUri> policyUri,
        Optional<HttpsUri> tosUri) {

    public static final ClientDisplay NONE =
            new ClientDisplay(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
