package dev.rampart.crypto.vault;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** The two keys that are derived from an organization's data key (HKDF-SHA256, RFC 5869). */
record DataKey(AesGcm sealing, SecretKey auditing) {

    static final int LENGTH = 32;

    private static final String MAC = "HmacSHA256";

    static DataKey of(byte[] clear) {
        return new DataKey(new AesGcm(derive(clear, "seal", "AES")), derive(clear, "audit", MAC));
    }

    private static SecretKey derive(byte[] clear, String purpose, String algorithm) {
        byte[] info = AssociatedData.of("rampart", purpose);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract().addIKM(clear).thenExpand(info, LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot derive a key to " + purpose, e);
        }
    }

    byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(auditing);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot authenticate", e);
        }
    }

    @Override
    public String toString() {
        return "[data key]";
    }
}
