package dev.rampart.http.registration;

import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.Request;
import java.util.Optional;

/** The bearer token of a registration, which is none of the access tokens (RFC 7591 §3, RFC 7592 §2). */
final class RegistrationToken {

    private static final String SCHEME = "bearer ";

    private RegistrationToken() {}

    static Optional<Secret> of(Request request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> Secret.of(header.substring(SCHEME.length()).strip()));
    }
}
