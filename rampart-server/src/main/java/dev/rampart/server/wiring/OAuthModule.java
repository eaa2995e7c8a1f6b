package dev.rampart.server.wiring;

import dagger.Module;
import dagger.Provides;
import dev.rampart.domain.client.AuthenticateClient;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.grant.Authorize;
import dev.rampart.domain.grant.GrantToClient;
import dev.rampart.domain.grant.IntrospectToken;
import dev.rampart.domain.grant.ReadUserinfo;
import dev.rampart.domain.grant.RedeemAuthorizationCode;
import dev.rampart.domain.grant.Refresh;
import dev.rampart.domain.grant.RefuseAuthorization;
import dev.rampart.domain.grant.RevokeToken;
import dev.rampart.domain.key.KeyRing;
import dev.rampart.domain.key.Pseudonyms;
import dev.rampart.domain.key.TokenSigner;
import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.oauth.Audiences;
import dev.rampart.oauth.SubjectIdentifiers;
import dev.rampart.oauth.authorize.AuthorizationService;
import dev.rampart.oauth.authorize.IdTokenHints;
import dev.rampart.oauth.authorize.RequestObjects;
import dev.rampart.oauth.bearer.AccessTokens;
import dev.rampart.oauth.client.ClientAssertion;
import dev.rampart.oauth.client.ClientAuthentication;
import dev.rampart.oauth.discovery.DiscoveryService;
import dev.rampart.oauth.introspection.IntrospectionService;
import dev.rampart.oauth.jose.JsonWebTokens;
import dev.rampart.oauth.jwks.JwksService;
import dev.rampart.oauth.logout.LogoutService;
import dev.rampart.oauth.revocation.RevocationService;
import dev.rampart.oauth.token.AuthorizationCodeGrant;
import dev.rampart.oauth.token.ClientCredentialsGrant;
import dev.rampart.oauth.token.IssuedTokens;
import dev.rampart.oauth.token.RefreshTokenGrant;
import dev.rampart.oauth.token.TokenService;
import dev.rampart.oauth.userinfo.UserinfoService;
import java.time.InstantSource;

/** The protocol, on top of the use cases. */
@Module
interface OAuthModule {

    @Provides
    static Audiences audiences(Issuer issuer) {
        return new Audiences(issuer);
    }

    @Provides
    static JsonWebTokens jsonWebTokens(KeyRing keys, TokenSigner signer) {
        return new JsonWebTokens(keys, signer);
    }

    @Provides
    static IssuedTokens issuedTokens(
            JsonWebTokens tokens,
            Audiences audiences,
            SubjectIdentifiers subjects,
            InstantSource clock,
            Entropy entropy,
            Settings settings) {
        return new IssuedTokens(tokens, audiences, subjects, clock, entropy, settings.accessToken());
    }

    @Provides
    static AccessTokens accessTokens(JsonWebTokens tokens, InstantSource clock) {
        return new AccessTokens(tokens, clock);
    }

    @Provides
    static SubjectIdentifiers subjectIdentifiers(Pseudonyms pseudonyms) {
        return new SubjectIdentifiers(pseudonyms);
    }

    @Provides
    static IdTokenHints idTokenHints(JsonWebTokens tokens, ClientDirectory clients, SubjectIdentifiers subjects) {
        return new IdTokenHints(tokens, clients, subjects);
    }

    @Provides
    static ClientAuthentication clientAuthentication(
            AuthenticateClient authenticateClient, ClientAssertion assertions) {
        return new ClientAuthentication(authenticateClient, assertions);
    }

    @Provides
    static AuthorizationService authorizationService(
            ClientDirectory clients,
            RequestObjects objects,
            IdTokenHints hints,
            SubjectIdentifiers subjects,
            Audiences audiences,
            Authorize authorize,
            RefuseAuthorization refusals) {
        return new AuthorizationService(clients, objects, hints, subjects, audiences, authorize, refusals);
    }

    @Provides
    static TokenService tokenService(
            RedeemAuthorizationCode redeem,
            GrantToClient grants,
            Refresh refresh,
            ClientDirectory clients,
            IssuedTokens tokens,
            Audiences audiences,
            RefuseAuthorization refusals) {
        return new TokenService(
                new AuthorizationCodeGrant(redeem, clients, tokens, audiences),
                new ClientCredentialsGrant(grants, clients, tokens, audiences),
                new RefreshTokenGrant(refresh, clients, tokens, audiences),
                refusals);
    }

    @Provides
    static UserinfoService userinfoService(ReadUserinfo readUserinfo, ClientDirectory clients, JsonWebTokens tokens) {
        return new UserinfoService(readUserinfo, clients, tokens);
    }

    @Provides
    static RevocationService revocationService(AccessTokens tokens, RevokeToken revokeToken) {
        return new RevocationService(tokens, revokeToken);
    }

    @Provides
    static IntrospectionService introspectionService(
            AccessTokens tokens,
            IntrospectToken introspectToken,
            ClientDirectory clients,
            SubjectIdentifiers subjects) {
        return new IntrospectionService(tokens, introspectToken, clients, subjects);
    }

    @Provides
    static LogoutService logoutService(ClientDirectory clients, IdTokenHints hints) {
        return new LogoutService(clients, hints);
    }

    @Provides
    static DiscoveryService discoveryService() {
        return new DiscoveryService();
    }

    @Provides
    static JwksService jwksService(KeyRing keys) {
        return new JwksService(keys);
    }
}
