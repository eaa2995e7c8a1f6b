package dev.rampart.crypto.key;

import dev.rampart.domain.key.SigningAlgorithm;

/** What the JCA calls a signing algorithm and its keys, and how long its signatures are. */
record JcaAlgorithm(String signature, String key, int signatureLength) {

    private static final JcaAlgorithm RS256 = new JcaAlgorithm("SHA256withRSA", "RSA", 256);

    /** IEEE P1363 is the form that RFC 7518 §3.4 asks for: R and S, 32 bytes each. */
    private static final JcaAlgorithm ES256 = new JcaAlgorithm("SHA256withECDSAinP1363Format", "EC", 64);

    static JcaAlgorithm of(SigningAlgorithm algorithm) {
        return switch (algorithm) {
            case RS256 -> RS256;
            case ES256 -> ES256;
        };
    }
}
