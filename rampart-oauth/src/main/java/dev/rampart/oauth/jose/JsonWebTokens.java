package dev.rampart.oauth.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes and reads the tokens that an organization signs (RFC 7519). */
public final class JsonWebTokens {

    /** Longer ones are not looked at, in characters. */
    private static final int MAX_LENGTH = 16 * 1024;

    /** Header and claims are JSON objects that have a member ({@code eyJ}), as those of all our tokens are. */
    private static final Pattern COMPACT = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

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
        return parse(text).filter(token -> isSound(org, type, token)).flatMap(JsonWebTokens::claims);
    }

    /**
     * Takes a token apart that nobody has verified yet; nothing if it is none.
     *
     * <p>There is one way to write a token: the parser would look past stray characters, so that one token had many
     * names, and each of them a quota.
     */
    public static Optional<SignedJWT> parse(String text) {
        if (text.length() > MAX_LENGTH || !COMPACT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            Base64URL signature = token.getSignature();
            return Base64URL.encode(signature.decode()).equals(signature) ? Optional.of(token) : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<JWTClaimsSet> claims(SignedJWT token) {
        try {
            return Optional.of(token.getJWTClaimsSet());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private boolean isSound(OrgId org, JOSEObjectType type, SignedJWT token) {
        JWSHeader header = token.getHeader();
        @Nullable String keyId = header.getKeyID();
        if (keyId == null || !type.equals(header.getType()) || isExtended(header)) {
            return false;
        }
        return keys.find(org, new KeyId(keyId))
                .filter(key ->
                        key.algorithm().name().equals(header.getAlgorithm().getName()))
                .filter(key -> signer.verifies(
                        key, token.getSigningInput(), token.getSignature().decode()))
                .isPresent();
    }

    /** Whether it means something else without what nobody here understands, and none of our tokens has. */
    private static boolean isExtended(JWSHeader header) {
        return header.getCriticalParams() != null || !header.isBase64URLEncodePayload();
    }
}
