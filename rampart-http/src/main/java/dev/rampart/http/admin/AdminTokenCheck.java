package dev.rampart.http.admin;

import dev.rampart.domain.access.AdmitCaller;
import dev.rampart.domain.access.Callers.Identity;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.http.Admission;
import dev.rampart.http.IssuerTenants;
import dev.rampart.http.PermissionCheck;
import dev.rampart.http.exchange.Access;
import dev.rampart.http.exchange.Caller;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.OperationEndpoint;
import dev.rampart.http.rest.Problems;
import dev.rampart.oauth.Audiences;
import dev.rampart.oauth.bearer.AccessToken;
import dev.rampart.oauth.bearer.AccessTokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Admits who brings an access token for the admin API and holds the permission of the route.
 *
 * <p>The token says whose it is; the path says which organization the call is about, or else the token does. Somebody
 * from another organization is told that there is none of that name, in the same words as if that were so.
 */
public final class AdminTokenCheck implements PermissionCheck {

    private static final String SCHEME = "bearer ";

    private final AccessTokens tokens;
    private final IssuerTenants tenants;
    private final AdmitCaller admitCaller;
    private final String audience;

    @Inject
    public AdminTokenCheck(AccessTokens tokens, IssuerTenants tenants, AdmitCaller admitCaller, Audiences audiences) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.admitCaller = admitCaller;
        this.audience = audiences.admin().value();
    }

    /** A token, and the organization that issued it. */
    private record Brought(AccessToken token, Tenant issuer, Sha256 digest) {}

    @Override
    public Admission check(Access.Permitted access, Request request) {
        Optional<String> text = request.header("Authorization").flatMap(AdminTokenCheck::bearer);
        if (text.isEmpty()) {
            return unauthorized("Bearer", "An access token for %s is needed.".formatted(audience));
        }
        return read(text.get()).map(brought -> check(access, request, brought)).orElseGet(AdminTokenCheck::invalid);
    }

    private Optional<Brought> read(String text) {
        return AccessTokens.claimedIssuer(text)
                .flatMap(tenants::byIssuer)
                .flatMap(issuer -> tokens.read(issuer, text)
                        .filter(token -> token.audience().contains(audience))
                        .map(token -> new Brought(token, issuer, Sha256.of(Secret.of(text)))));
    }

    private Admission check(Access.Permitted access, Request request, Brought brought) {
        Optional<Tenant> target = request.variables().containsKey(AdminRoute.ORGANIZATION)
                ? tenants.named(request.variable(AdminRoute.ORGANIZATION))
                : Optional.of(brought.issuer());
        AdmitCaller.Request asked = new AdmitCaller.Request(
                identity(brought.token()),
                brought.token().id(),
                brought.digest(),
                target.map(Tenant::id),
                access.permission(),
                request.origin().asRequestOrigin());
        return switch (admitCaller.admit(brought.issuer().id(), asked)) {
            case AdmitCaller.Admitted(var authority, var quota) ->
                target.<Admission>map(tenant -> new Admission.Admitted(
                                new Caller.Verified(new OperationEndpoint.Admitted(authority, quota)), tenant))
                        .orElseGet(() -> new Admission.Refused(Problems.notThere()));
            case AdmitCaller.Limited(Duration delay) -> new Admission.Refused(tooMany(delay));
            case AdmitCaller.Refused(AdmitCaller.Refusal why) -> refused(why, access);
        };
    }

    private static Identity identity(AccessToken token) {
        return token.grant()
                .<Identity>map(Identity.Person::new)
                .orElseGet(() -> new Identity.ServiceAccount(token.client()));
    }

    private static Admission refused(AdmitCaller.Refusal why, Access.Permitted access) {
        return switch (why) {
            case FOREIGN_ORGANIZATION -> new Admission.Refused(Problems.notThere());
            case PERMISSION_MISSING ->
                new Admission.Refused(
                        Problems.forbidden("This takes the permission %s.".formatted(access.permission())));
            case TOKEN_GONE -> invalid();
        };
    }

    private static Admission invalid() {
        return unauthorized("Bearer error=\"invalid_token\"", "The access token is not valid.");
    }

    private static Admission unauthorized(String challenge, String detail) {
        return new Admission.Refused(
                Response.problem(401, "Who are you?", detail).withHeader("WWW-Authenticate", challenge));
    }

    private static Response tooMany(Duration delay) {
        long seconds = Math.max(1, delay.plusMillis(999).toSeconds());
        return Response.problem(429, "Too many requests", "This token has been used too often within a minute.")
                .withHeader("Retry-After", Long.toString(seconds));
    }

    private static Optional<String> bearer(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
