package dev.rampart.oauth.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rampart.domain.key.KeyId;
import dev.rampart.domain.key.KeyRing;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.key.TokenSigner;
import dev.rampart.domain.shared.OrgId;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and reads the tokens that an organization signs (RFC 7519). */
public final class JsonWebTokens {

    /** Longer ones are not looked at, in characters. */
    private static final int MAX_LENGTH = 16 * 1024;

    private final KeyRing keys;
    private final TokenSigner signer;

    public JsonWebTokens(KeyRing keys, TokenSigner signer) {
        this.keys = keys;
        this.signer = signer;
    }

    /** Signs with the organization's key for that algorithm. */
    public String sign(OrgId org, SigningAlgorithm algorithm, JOSEObjectType type, JWTClaimsSet claims) {
        SigningKey key = keys.signing(org, algorithm);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.name()))
                .type(type)
                .keyID(key.id().value())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new KeySigner(signer, org, key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with " + key.id(), e);
        }
        return token.serialize();
    }

    /**
     * The claims of a token that this organization has signed, or nothing. Says nothing about its time or audience.
     *
     * <p>A token with {@code crit} in its header, or whose {@code alg} is not that of the key it names, is nobody's.
     */
    public Optional<JWTClaimsSet> read(OrgId org, JOSEObjectType type, String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            return isSound(org, type, token) ? Optional.of(token.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private boolean isSound(OrgId org, JOSEObjectType type, SignedJWT token) {
        JWSHeader header = token.getHeader();
        @Nullable String keyId = header.getKeyID();
        if (keyId == null || !type.equals(header.getType()) || header.getCriticalParams() != null) {
            return false;
        }
        return keys.find(org, new KeyId(keyId))
                .filter(key ->
                        key.algorithm().name().equals(header.getAlgorithm().getName()))
                .filter(key -> signer.verifies(
                        key, token.getSigningInput(), token.getSignature().decode()))
                .isPresent();
    }
}
