import * as jose from 'jose';
import * as oidc from 'openid-client';
import { Browser, form } from '../lib/browser.mjs';
import { Server } from '../lib/machine.mjs';

export default async function (checks) {
  const server = await Server.dev(checks);
  const said = server.said();
  const admin = { email: /E-mail\s+(\S+)/.exec(said)[1], password: /Password\s+(\S+)/.exec(said)[1] };
  const service = { id: /Client id\s+(\S+)/.exec(said)[1], secret: /Secret\s+(\S+)/.exec(said)[1] };
  const options = { execute: [oidc.allowInsecureRequests] };

  for (const algorithm of ['oidc', 'oauth2']) {
    const config = await oidc.discovery(new URL(server.issuer), service.id, service.secret, undefined, { ...options, algorithm });
    checks.equal(config.serverMetadata().issuer, server.issuer, `discovery by ${algorithm}`);
  }
  await clientCredentials(checks, server, service, options);
  await codeFlow(checks, server, admin, options);
}

async function clientCredentials(checks, server, service, options) {
  for (const method of [oidc.ClientSecretBasic, oidc.ClientSecretPost]) {
    const config = await oidc.discovery(new URL(server.issuer), service.id, undefined, method(service.secret), options);
    const tokens = await oidc.clientCredentialsGrant(config, { resource: `${server.issuer}/api/v1/admin` });
    const { payload } = await verified(server, tokens.access_token, { audience: `${server.issuer}/api/v1/admin`, typ: 'at+jwt' });
    checks.equal(payload.client_id, service.id, `client credentials by ${method.name}`);
    checks.ok(payload.roles.includes('instance-admin'), 'the service account has its role');
  }
  const wrong = await oidc.discovery(new URL(server.issuer), service.id, undefined, oidc.ClientSecretBasic('wrong'), options);
  const refusal = await oidc.clientCredentialsGrant(wrong).catch((e) => e);
  checks.equal(refusal.status, 401, 'a wrong secret');
}

async function codeFlow(checks, server, admin, options) {
  const client = `playground-${server.port}`;
  const redirectUri = `${server.issuer}/playground/callback`;
  const config = await oidc.discovery(new URL(server.issuer), client, undefined, oidc.None(), options);
  const browser = new Browser();
  const verifier = oidc.randomPKCECodeVerifier();
  const expected = { pkceCodeVerifier: verifier, expectedState: oidc.randomState(), expectedNonce: oidc.randomNonce(), idTokenExpected: true };
  const request = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: expected.expectedState,
    nonce: expected.expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    max_age: '3600',
  });
  const back = await signIn(browser, request.href, admin);
  checks.equal(new URL(back).searchParams.get('iss'), server.issuer, 'RFC 9207 iss');
  const tokens = await oidc.authorizationCodeGrant(config, new URL(back), { ...expected, maxAge: 3600 });
  const idToken = await verified(server, tokens.id_token, { audience: client });
  const accessToken = await verified(server, tokens.access_token, { audience: server.issuer, typ: 'at+jwt' });
  checks.equal(idToken.payload.sub, accessToken.payload.sub, 'both tokens are about one person');
  checks.ok(!('email' in idToken.payload) && !('name' in idToken.payload), 'no claims in the ID token that were not asked for');
  const claims = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
  checks.equal(claims.email, admin.email, 'userinfo');

  const silent = await browser.get(oidc.buildAuthorizationUrl(config, { redirect_uri: redirectUri, scope: 'openid', prompt: 'none', code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }).href);
  checks.ok(new URL(silent.location).searchParams.has('code'), 'single sign-on without a page');

  const logout = oidc.buildEndSessionUrl(config, { id_token_hint: tokens.id_token, post_logout_redirect_uri: `${server.issuer}/playground`, state: 'after' });
  const out = await browser.get(logout.href);
  checks.equal(out.location, `${server.issuer}/playground?state=after`, 'logout comes back');
  const gone = await oidc.fetchUserInfo(config, tokens.access_token, oidc.skipSubjectCheck).catch((e) => e);
  checks.ok(gone instanceof Error, 'the access token fell with the session');
  const after = await browser.get(oidc.buildAuthorizationUrl(config, { redirect_uri: redirectUri, scope: 'openid', prompt: 'none', code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }).href);
  checks.equal(new URL(after.location).searchParams.get('error'), 'login_required', 'nobody is signed in any more');
}

async function signIn(browser, url, { email, password }) {
  const first = await browser.get(url);
  const page = form(await browser.get(first.location), first.location);
  const posted = await browser.post(page.action, { username: email, password, csrf: page.csrf });
  return (await browser.get(posted.location)).location;
}

function verified(server, token, options) {
  return jose.jwtVerify(token, jose.createRemoteJWKSet(new URL(`${server.issuer}/.well-known/jwks.json`)), { issuer: server.issuer, ...options });
}
