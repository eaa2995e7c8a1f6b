package dev.rampart.http.session;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.Secret;

/** Where a browser goes next, as paths on this server. */
public final class Ways {

    private static final String LOGIN = "/login";
    private static final String LOGOUT = "/logout";
    private static final String AUTHORIZE = "/oauth/authorize";

    private Ways() {}

    public static String signIn(Tenant tenant) {
        return tenant.issuer().path() + LOGIN;
    }

    public static String signIn(Tenant tenant, Secret flow) {
        return signIn(tenant) + "?flow=" + flow.reveal();
    }

    /** Where the person whom a flow waits for chooses another password. */
    public static String newPassword(Tenant tenant, Secret flow) {
        return signIn(tenant) + "/password?flow=" + flow.reveal();
    }

    /** Where the person whom a flow asks allows it or not. */
    public static String consent(Tenant tenant, Secret flow) {
        return tenant.issuer().path() + "/consent?flow=" + flow.reveal();
    }

    public static String signOut(Tenant tenant) {
        return tenant.issuer().path() + LOGOUT;
    }

    /** To the authorization request that a flow began with; to the sign-in page if it began with none. */
    public static String on(Tenant tenant, String request, Secret flow) {
        return request.isEmpty() ? signIn(tenant) : authorize(tenant, request) + "&flow=" + flow.reveal();
    }

    public static String authorize(Tenant tenant, String query) {
        return tenant.issuer().path() + AUTHORIZE + "?" + query;
    }
}
