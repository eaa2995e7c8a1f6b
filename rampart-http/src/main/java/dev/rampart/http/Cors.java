package dev.rampart.http;

/** Which scripts of other origins may read what a route answers. Credentials of a browser are never sent along. */
public enum Cors {
    /** None. */
    NONE,
    /** Those that the tenant's clients have registered, and those of the configuration. */
    CLIENT_ORIGINS,
    /** All: there is nothing in it that not everybody may know. */
    ANY_ORIGIN
}
