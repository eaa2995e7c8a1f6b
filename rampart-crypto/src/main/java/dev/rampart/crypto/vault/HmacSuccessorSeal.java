package dev.rampart.crypto.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.grant.SuccessorSeal;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals with AES-256-GCM under an HMAC-SHA256 of a constant, keyed with the token, which is 256 bits of chance. */
public final class HmacSuccessorSeal implements SuccessorSeal {

    private static final String HMAC = "HmacSHA256";
    private static final byte[] PURPOSE = "rampart/refresh-token-successor/1".getBytes(US_ASCII);

    private final Entropy entropy;

    public HmacSuccessorSeal(Entropy entropy) {
        this.entropy = entropy;
    }

    @Override
    public byte[] seal(Secret presented, Secret successor) {
        return under(presented)
                .seal(
                        entropy.next(AesGcm.NONCE_LENGTH),
                        PURPOSE,
                        successor.reveal().getBytes(UTF_8));
    }

    @Override
    public Secret open(Secret presented, byte[] sealed) {
        return under(presented)
                .open(PURPOSE, sealed)
                .map(clear -> Secret.of(new String(clear, UTF_8)))
                .orElseThrow(() -> new IllegalStateException("it was not sealed under this token"));
    }

    private static AesGcm under(Secret presented) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(presented.reveal().getBytes(UTF_8), HMAC));
            return new AesGcm(new SecretKeySpec(mac.doFinal(PURPOSE), "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
