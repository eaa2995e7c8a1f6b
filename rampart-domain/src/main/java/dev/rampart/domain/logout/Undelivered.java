package dev.rampart.domain.logout;

/** Why an application was not told, though it could be reached, or was not to be reached. */
public enum Undelivered {
    /** It does not take this token, and would not take another (OIDC Back-Channel Logout §2.8). */
    REFUSED,
    /** Neither yes nor no. */
    UNEXPECTED_STATUS,
    /** There is no such application any more, or it does not want to be told. */
    NOT_ASKED_FOR
}
