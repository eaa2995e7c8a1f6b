package dev.rampart.oauth.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientAlgorithm;
import dev.rampart.domain.client.SigningSecrets;
import dev.rampart.domain.shared.HttpsUri;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import java.util.List;
import java.util.Optional;

/** Says whether a client has signed something: with a key of its set, or with its secret. */
public final class ClientKeyRing {

    private final FetchedJwks fetched;
    private final SigningSecrets secrets;

    public ClientKeyRing(FetchedJwks fetched, SigningSecrets secrets) {
        this.fetched = fetched;
        this.secrets = secrets;
    }

    /**
     * Whether one of its keys fits. The key decides which algorithms it is good for, never the token.
     *
     * <p>May call outside: nobody who holds a database connection asks.
     */
    public boolean hasSigned(OrgId org, Client client, ClientJwt jwt) {
        if (jwt.algorithm() == ClientAlgorithm.HS256) {
            return client.authMethod() == AuthMethod.CLIENT_SECRET_JWT
                    && secrets.of(org, client.id()).stream().anyMatch(secret -> isKeyedWith(secret, jwt));
        }
        Optional<HttpsUri> uri = client.metadata().keys().jwksUri();
        if (uri.isEmpty()) {
            Optional<String> registered = client.metadata().keys().jwks();
            return fits(registered.flatMap(ClientJwks::parse).orElse(ClientJwks.NONE), jwt);
        }
        FetchedJwks.Place place = new FetchedJwks.Place(org, client.id(), uri.get());
        // A key that is not there may have come a moment ago.
        return fits(fetched.atHand(place), jwt) || fits(fetched.afresh(place), jwt);
    }

    private static boolean fits(ClientJwks keys, ClientJwt jwt) {
        List<JWK> candidates = keys.named(jwt.keyId());
        return candidates.stream().anyMatch(key -> isSignedWith(key, jwt));
    }

    private static boolean isSignedWith(JWK key, ClientJwt jwt) {
        boolean isMeantForIt = key.getAlgorithm() == null
                || key.getAlgorithm().getName().equals(jwt.algorithm().name());
        try {
            return isMeantForIt
                    && switch (jwt.algorithm()) {
                        case RS256, PS256 -> key instanceof RSAKey rsa && verifies(new RSASSAVerifier(rsa), jwt);
                        case ES256 -> key instanceof ECKey ec && verifies(new ECDSAVerifier(ec), jwt);
                        case HS256 -> false;
                    };
        } catch (JOSEException e) {
            return false; // No key of a kind that could have signed this.
        }
    }

    private static boolean isKeyedWith(Secret secret, ClientJwt jwt) {
        try {
            return verifies(new MACVerifier(secret.reveal()), jwt);
        } catch (JOSEException e) {
            return false; // Too short to be keyed with.
        }
    }

    private static boolean verifies(JWSVerifier verifier, ClientJwt jwt) throws JOSEException {
        return jwt.token().verify(verifier);
    }
}
