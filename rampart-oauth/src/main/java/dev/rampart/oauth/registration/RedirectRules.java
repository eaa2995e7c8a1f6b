package dev.rampart.oauth.registration;

import dev.rampart.domain.client.ApplicationType;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.RedirectUri;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a client that registers itself may send people (OIDC Registration §2, RFC 8252 §7, RFC 9700 §2.1). */
final class RedirectRules {

    private static final String HTTPS = "https://";
    private static final String HTTP = "http://";

    private RedirectRules() {}

    /** The first redirect URI that its kind of application may not have. */
    static Optional<RedirectUri> firstWrong(ClientMetadata metadata) {
        return Stream.concat(metadata.redirectUris().stream(), metadata.postLogoutRedirectUris().stream())
                .filter(uri -> !isAllowed(metadata.profile().type(), uri.value()))
                .findFirst();
    }

    /** A private-use scheme is claimed by whatever is installed, so a server has none (RFC 8252 §7.1). */
    private static boolean isAllowed(ApplicationType type, String uri) {
        return switch (type) {
            case WEB -> uri.startsWith(HTTPS) || uri.startsWith(HTTP);
            case NATIVE -> true;
        };
    }
}
