package dev.rampart.crypto.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys that are derived from an organization's data key (HKDF-SHA256, RFC 5869). */
record DataKey(AesGcm sealing, SecretKey auditing, SecretKey naming) {

    static final int LENGTH = 32;

    private static final String MAC = "HmacSHA256";

    static DataKey of(byte[] clear) {
        return new DataKey(
                new AesGcm(derive(clear, "seal", "AES")), derive(clear, "audit", MAC), derive(clear, "name", MAC));
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
        return mac(auditing, message);
    }

    /** What people are named with in that sector. */
    SecretKey ofSector(String sector) {
        return new SecretKeySpec(mac(naming, sector.getBytes(UTF_8)), "AES");
    }

    private static byte[] mac(SecretKey key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
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
