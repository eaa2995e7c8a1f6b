package dev.rampart.http.oauth;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.scope.Scope;
import dev.rampart.http.Admission;
import dev.rampart.http.BearerCheck;
import dev.rampart.http.exchange.Access;
import dev.rampart.http.exchange.Request;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.bearer.AccessToken;
import dev.rampart.oauth.bearer.AccessTokens;
import dev.rampart.oauth.bearer.BearerErrors;
import jakarta.inject.Inject;
import java.util.Optional;

/** Admits who brings an access token of this issuer, for the audience of the route and with its scope. */
public final class TokenBearerCheck implements BearerCheck {

    /** What a route names its audience with when it is the issuer itself. */
    public static final String ISSUER = "{issuer}";

    private static final String SCHEME = "bearer ";

    private final AccessTokens tokens;

    @Inject
    public TokenBearerCheck(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Admission check(Access.Bearer access, Request request) {
        Optional<String> inHeader = request.header("Authorization").flatMap(TokenBearerCheck::token);
        Optional<String> inForm = request.parameter("access_token");
        if (inHeader.isPresent() && inForm.isPresent()) {
            return refused(BearerErrors.invalidRequest());
        }
        Optional<String> text = inHeader.or(() -> inForm);
        return text.isEmpty() ? refused(BearerErrors.missingToken()) : check(access, request.tenant(), text.get());
    }

    private Admission check(Access.Bearer access, Tenant tenant, String text) {
        String audience = access.audience().replace(ISSUER, tenant.issuer().value());
        Optional<AccessToken> token =
                tokens.read(tenant, text).filter(known -> known.audience().contains(audience));
        if (token.isEmpty()) {
            return refused(BearerErrors.invalidToken());
        }
        return token.get().scopes().contains(new Scope(access.permission()))
                ? Admission.Admitted.with(new VerifiedToken(token.get()))
                : refused(BearerErrors.insufficientScope(access.permission()));
    }

    private static Optional<String> token(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static Admission refused(OAuthReply reply) {
        return new Admission.Refused(Replies.of(reply));
    }
}
