package dev.rampart.http.oauth;

import static dev.rampart.http.Parameter.either;
import static dev.rampart.http.Parameter.form;
import static dev.rampart.http.Parameter.query;
import static dev.rampart.http.Route.get;
import static dev.rampart.http.Route.getOrPost;
import static dev.rampart.http.Route.post;

import dev.rampart.http.Cors;
import dev.rampart.http.Faults;
import dev.rampart.http.Parameter;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Access.Bearer;
import dev.rampart.http.exchange.Access.Client;
import dev.rampart.http.exchange.Access.Public;
import dev.rampart.http.exchange.PageKind;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** What applications call, and where they send people. */
public final class OAuthRoutes implements Routes {

    private static final Client CLIENT = new Client(
            Set.of("client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none"));

    /** Whoever introspects has to be somebody (RFC 7662 §2.1). */
    private static final Client CONFIDENTIAL =
            new Client(Set.of("client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt"));

    private static final Bearer USERINFO = new Bearer(TokenBearerCheck.ISSUER, "openid");

    /** RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 8707 §2, OIDC Core §3.1.2.1; the last is our own. */
    private static final Parameter[] AUTHORIZATION = {
        either("client_id").max(128),
        either("redirect_uri").max(2048),
        either("response_type").max(64),
        either("response_mode").max(32),
        either("scope").max(2048),
        either("state").max(2048),
        either("nonce").max(1024),
        either("code_challenge").max(128),
        either("code_challenge_method").max(16),
        either("prompt").max(64),
        either("max_age").integer().max(10),
        either("display").max(16),
        either("ui_locales").max(256),
        either("claims_locales").max(256),
        either("acr_values").max(512),
        either("login_hint").max(320),
        either("id_token_hint").max(4096),
        either("claims").max(4096),
        either("request").max(6144),
        either("request_uri").max(2048),
        either("registration").max(4096),
        either("resource").uri().max(2048).asRepeatable(),
        query("flow").max(64),
    };

    private static final Parameter[] TOKEN = {
        form("grant_type").max(128),
        form("code").max(256),
        form("redirect_uri").max(2048),
        form("code_verifier").max(256),
        form("refresh_token").max(256),
        form("scope").max(2048),
        form("resource").uri().max(2048).asRepeatable(),
        form("client_id").max(128),
        form("client_secret").max(1024),
        form("client_assertion_type").max(128),
        form("client_assertion").max(8192),
    };

    /** RFC 7009 §2.1, RFC 7662 §2.1: what the hint says can be seen. */
    private static final Parameter[] ABOUT_A_TOKEN = {
        form("token").max(8192),
        form("token_type_hint").max(64),
        form("client_id").max(128),
        form("client_secret").max(1024),
        form("client_assertion_type").max(128),
        form("client_assertion").max(8192),
    };

    private final AuthorizeEndpoint authorize;
    private final TokenEndpoint token;
    private final RevocationEndpoint revocation;
    private final IntrospectionEndpoint introspection;
    private final UserinfoEndpoint userinfo;
    private final DiscoveryEndpoint discovery;
    private final JwksEndpoint jwks;

    @Inject
    public OAuthRoutes(
            AuthorizeEndpoint authorize,
            TokenEndpoint token,
            RevocationEndpoint revocation,
            IntrospectionEndpoint introspection,
            UserinfoEndpoint userinfo,
            DiscoveryEndpoint discovery,
            JwksEndpoint jwks) {
        this.authorize = authorize;
        this.token = token;
        this.revocation = revocation;
        this.introspection = introspection;
        this.userinfo = userinfo;
        this.discovery = discovery;
        this.jwks = jwks;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/.well-known/openid-configuration", new Public(), discovery)
                        .cors(Cors.ANY_ORIGIN)
                        .cached(),
                get("/.well-known/oauth-authorization-server", new Public(), discovery)
                        .cors(Cors.ANY_ORIGIN)
                        .cached(),
                get("/.well-known/jwks.json", new Public(), jwks)
                        .cors(Cors.ANY_ORIGIN)
                        .cached(),
                getOrPost("/oauth/authorize", new Public(), authorize)
                        .takes(AUTHORIZATION)
                        .page(PageKind.SIGN_IN)
                        .tells(Faults.ENDPOINT),
                post("/oauth/token", CLIENT, token)
                        .takes(TOKEN)
                        .tells(Faults.OAUTH)
                        .cors(Cors.CLIENT_ORIGINS),
                post("/oauth/revoke", CLIENT, revocation)
                        .takes(ABOUT_A_TOKEN)
                        .tells(Faults.OAUTH)
                        .cors(Cors.CLIENT_ORIGINS),
                post("/oauth/introspect", CONFIDENTIAL, introspection)
                        .takes(ABOUT_A_TOKEN)
                        .tells(Faults.OAUTH),
                getOrPost("/oauth/userinfo", USERINFO, userinfo)
                        .takes(form("access_token").max(8192))
                        .tells(Faults.OAUTH)
                        .cors(Cors.CLIENT_ORIGINS));
    }
}
