package dev.rampart.domain.key;

/** What tokens are signed with, by its JOSE name (RFC 7518 §3.1). */
public enum SigningAlgorithm {
    /** RSASSA-PKCS1-v1_5 with SHA-256, 2048 bits. */
    RS256,
    /** ECDSA on P-256 with SHA-256. */
    ES256
}
