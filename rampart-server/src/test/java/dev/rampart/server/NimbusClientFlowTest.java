package dev.rampart.server;

import static dev.rampart.server.TestServer.CALLBACK;
import static dev.rampart.server.TestServer.EMAIL;
import static dev.rampart.server.TestServer.GLOBEX;
import static dev.rampart.server.TestServer.PASSWORD;
import static dev.rampart.server.TestServer.SECRET;
import static dev.rampart.server.TestServer.SERVICE;
import static dev.rampart.server.TestServer.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.rampart.domain.organization.OrgSlug;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that others wrote, and that knows no more of us than the issuer (OIDC Discovery §4, OIDC Core §3.1). */
final class NimbusClientFlowTest {

    private static TestServer server;
    private final TestBrowser browser = new TestBrowser();
    private final CodeVerifier verifier = new CodeVerifier();
    private final Nonce nonce = new Nonce();
    private final State state = new State();

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.started();
        server.clock.advance(Duration.between(server.clock.instant(), Instant.now())); // The client has a clock, too.
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "globex-two"})
    void signsAPersonIn(String slug) throws Exception {
        OIDCProviderMetadata provider = discovered(slug);

        AuthorizationResponse answer = AuthorizationResponse.parse(authorized(provider));
        assertThat(answer.indicatesSuccess()).isTrue();
        assertThat(answer.getState()).isEqualTo(state);
        assertThat(answer.getIssuer()).isEqualTo(provider.getIssuer());

        OIDCTokenResponse tokens = redeemed(provider, answer);
        IDTokenClaimsSet claims = validator(provider, new ClientID(WEB))
                .validate(tokens.getOIDCTokens().getIDToken(), nonce);
        UserInfo person = userInfo(provider, tokens);
        assertThat(person.getSubject()).isEqualTo(claims.getSubject());
        assertThat(person.getEmailAddress()).isEqualTo(EMAIL);
        assertThat(person.getEmailVerified()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "globex-two"})
    void takesNoIdTokenOfAnotherRequestClientOrOrganization(String slug) throws Exception {
        OIDCProviderMetadata provider = discovered(slug);
        OIDCProviderMetadata other = discovered(slug.equals("default") ? GLOBEX.toString() : "default");
        JWT idToken = redeemed(provider, AuthorizationResponse.parse(authorized(provider)))
                .getOIDCTokens()
                .getIDToken();

        assertThatThrownBy(() -> validator(provider, new ClientID(WEB)).validate(idToken, new Nonce()))
                .isInstanceOf(BadJOSEException.class);
        assertThatThrownBy(() -> validator(provider, new ClientID(SERVICE)).validate(idToken, nonce))
                .isInstanceOf(BadJOSEException.class);
        assertThatThrownBy(() -> validator(other, new ClientID(WEB)).validate(idToken, nonce))
                .isInstanceOf(BadJOSEException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "globex-two"})
    void getsATokenForItself(String slug) throws Exception {
        OIDCProviderMetadata provider = discovered(slug);
        TokenRequest request = new TokenRequest.Builder(
                        provider.getTokenEndpointURI(),
                        new ClientSecretBasic(new ClientID(SERVICE), new Secret(SECRET)),
                        new ClientCredentialsGrant())
                .build();

        TokenResponse answer = TokenResponse.parse(request.toHTTPRequest().send());

        assertThat(answer.indicatesSuccess()).isTrue();
        AccessTokenResponse success = answer.toSuccessResponse();
        assertThat(success.getTokens().getBearerAccessToken().getLifetime()).isPositive();
        assertThat(success.getTokens().getRefreshToken()).isNull();
    }

    private static OIDCProviderMetadata discovered(String slug) throws Exception {
        Issuer issuer = new Issuer(server.issuer(new OrgSlug(slug)).value());
        OIDCProviderMetadata provider = OIDCProviderMetadata.resolve(issuer);
        assertThat(provider.getIssuer()).isEqualTo(issuer);
        assertThat(provider.getCodeChallengeMethods()).contains(CodeChallengeMethod.S256);
        return provider;
    }

    /** The address at which a person arrives who has signed in for a request of the client. */
    private URI authorized(OIDCProviderMetadata provider) throws Exception {
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        new ResponseType("code"), new Scope("openid", "email"), new ClientID(WEB), URI.create(CALLBACK))
                .endpointURI(provider.getAuthorizationEndpointURI())
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .nonce(nonce)
                .state(state)
                .build();
        HttpResponse<String> page = browser.follow(browser.get(request.toURI().toString()));
        HttpResponse<String> posted = browser.submit(page, Map.of("username", EMAIL, "password", PASSWORD));
        return URI.create(TestBrowser.location(browser.follow(posted)));
    }

    private OIDCTokenResponse redeemed(OIDCProviderMetadata provider, AuthorizationResponse answer) throws Exception {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                answer.toSuccessResponse().getAuthorizationCode(), URI.create(CALLBACK), verifier);
        TokenRequest request =
                new TokenRequest.Builder(provider.getTokenEndpointURI(), new ClientID(WEB), grant).build();
        TokenResponse tokens =
                OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
        assertThat(tokens.indicatesSuccess()).isTrue();
        return (OIDCTokenResponse) tokens.toSuccessResponse();
    }

    /** Fetches the keys from where discovery says they are. */
    private static IDTokenValidator validator(OIDCProviderMetadata provider, ClientID client) throws Exception {
        return new IDTokenValidator(
                provider.getIssuer(),
                client,
                JWSAlgorithm.RS256,
                provider.getJWKSetURI().toURL());
    }

    private static UserInfo userInfo(OIDCProviderMetadata provider, OIDCTokenResponse tokens) throws Exception {
        UserInfoRequest request = new UserInfoRequest(
                provider.getUserInfoEndpointURI(), tokens.getOIDCTokens().getBearerAccessToken());
        UserInfoResponse answer = UserInfoResponse.parse(request.toHTTPRequest().send());
        assertThat(answer.indicatesSuccess()).isTrue();
        return answer.toSuccessResponse().getUserInfo();
    }
}
