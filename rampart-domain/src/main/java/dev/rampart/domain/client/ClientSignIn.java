package dev.rampart.domain.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a client wants of a person's sign-in where its request does not say (OIDC Registration §2).
 *
 * @param maxAge how old it may be
 * @param acrValues how strong it should be, in order of preference
 */
public record ClientSignIn(Optional<Duration> maxAge, List<String> acrValues) {

    public static final ClientSignIn ANY = new ClientSignIn(Optional.empty(), List.of());

    public ClientSignIn {
        acrValues = List.copyOf(acrValues);
    }
}
