package dev.rampart.oauth.client;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** The public keys that a client signs with (RFC 7517 §5). */
public record ClientJwks(List<JWK> keys) {

    static final ClientJwks NONE = new ClientJwks(List.of());

    /** More than this is not a client's, but a catalogue. */
    static final int KEYS_MAX = 50;

    private static final int RSA_BITS_MIN = 2048;
    private static final int RSA_BITS_MAX = 8192;

    public ClientJwks {
        keys = List.copyOf(keys);
    }

    /** Reads a set. Keys that are not for signing, or are of a kind that we do not use, are passed over. */
    static Optional<ClientJwks> parse(String json) {
        try {
            List<JWK> all = JWKSet.parse(json).getKeys();
            return all.size() > KEYS_MAX
                    ? Optional.empty()
                    : Optional.of(new ClientJwks(
                            all.stream().filter(ClientJwks::isUsable).toList()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a client may be registered with it: a set of few keys, none of them secret or too short, and at least one
     * that it can sign with.
     */
    public static boolean isAcceptable(String json) {
        try {
            List<JWK> all = JWKSet.parse(json).getKeys();
            return all.size() <= KEYS_MAX
                    && all.stream().noneMatch(JWK::isPrivate)
                    && all.stream().filter(RSAKey.class::isInstance).allMatch(key -> isRsaOfGoodLength(key))
                    && all.stream().anyMatch(ClientJwks::isUsable);
        } catch (ParseException e) {
            return false;
        }
    }

    /** Those that may have signed: the one of that name, or all where none is named. */
    List<JWK> named(String keyId) {
        return keyId.isEmpty()
                ? keys
                : keys.stream().filter(key -> keyId.equals(key.getKeyID())).toList();
    }

    private static boolean isUsable(JWK key) {
        boolean isForSignatures = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        return isForSignatures && !key.isPrivate() && (isRsaOfGoodLength(key) || isOnP256(key));
    }

    private static boolean isRsaOfGoodLength(JWK key) {
        return key instanceof RSAKey && key.size() >= RSA_BITS_MIN && key.size() <= RSA_BITS_MAX;
    }

    private static boolean isOnP256(JWK key) {
        return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve());
    }
}
