package dev.rampart.domain.client;

/** What a client signs with, by its JOSE name (RFC 7518 §3.1). */
public enum ClientAlgorithm {
    /** RSASSA-PKCS1-v1_5 with SHA-256, at least 2048 bits. */
    RS256,
    /** RSASSA-PSS with SHA-256, at least 2048 bits. */
    PS256,
    /** ECDSA on P-256 with SHA-256. */
    ES256,
    /** HMAC with SHA-256, keyed with the client's secret. */
    HS256
}
