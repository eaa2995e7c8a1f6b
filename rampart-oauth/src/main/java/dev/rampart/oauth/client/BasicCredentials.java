package dev.rampart.oauth.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.shared.Secret;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;

/** Client id and secret as HTTP Basic carries them: form-encoded, then joined (RFC 6749 §2.3.1). */
record BasicCredentials(ClientId client, Secret secret) {

    private static final String SCHEME = "basic ";

    static Optional<BasicCredentials> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            String encoded = header.substring(SCHEME.length()).strip();
            String joined = new String(Base64.getDecoder().decode(encoded), UTF_8);
            int colon = joined.indexOf(':');
            return colon <= 0
                    ? Optional.empty()
                    : Optional.of(of(joined.substring(0, colon), joined.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Neither base64 nor form-encoded.
        }
    }

    private static BasicCredentials of(String client, String secret) {
        return new BasicCredentials(
                new ClientId(URLDecoder.decode(client, UTF_8)), Secret.of(URLDecoder.decode(secret, UTF_8)));
    }
}
