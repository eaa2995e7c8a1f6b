package dev.rampart.oauth.client;

/** Why an assertion of a client was turned away. For the audit log: the client is told only "invalid_client". */
enum AssertionRefusal {
    TYPE_UNKNOWN,
    ASSERTION_MALFORMED,
    CLIENT_MISMATCH,
    CLIENT_UNKNOWN,
    CLIENT_DISABLED,
    METHOD_NOT_REGISTERED,
    ALGORITHM_NOT_REGISTERED,
    ISSUER_NOT_THE_CLIENT,
    AUDIENCE_WRONG,
    ASSERTION_EXPIRED,
    ASSERTION_LIVES_TOO_LONG,
    ASSERTION_NOT_YET_GOOD,
    JTI_MISSING,
    SIGNATURE_WRONG,
    ASSERTION_REPLAYED
}
