package dev.rampart.http;

/** Where a route's tenant comes from. */
public enum Tenancy {
    /** Relative to the issuer: at the root of its host, or beneath {@code /o/{slug}}. */
    HOST,
    /** Named in the path, as {@code {organization}}; at the server's own issuer only. */
    PATH,
    /** Named by the access token; at the server's own issuer only. */
    TOKEN,
    /** None: the route is the server's. */
    NONE
}
