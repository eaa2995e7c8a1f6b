import * as oauth from 'oauth4webapi';
import { Admin } from '../lib/admin.mjs';
import { Browser, form } from '../lib/browser.mjs';
import { ADMIN, Postgres, SERVICE, Server } from '../lib/machine.mjs';

const CALLBACK = 'https://shop.example/callback';
const ORDERS = 'https://orders.example/api';
const INSECURE = { [oauth.allowInsecureRequests]: true };

/** A library that validates all there is to validate, in every organization, for public and confidential clients. */
export default async function (checks) {
  const server = await Server.serve(checks, await Postgres.start(checks));
  const admin = await Admin.of(server);
  const as = await discovered(checks, server);
  const orders = { identifier: ORDERS, name: 'Orders', scopes: [{ name: 'orders:read' }] };
  checks.equal((await admin.post('/resource-servers', orders)).status, 201, 'a resource server');
  for (const [id, method, auth] of [
    ['spa', 'none', oauth.None],
    ['basic', 'client_secret_basic', oauth.ClientSecretBasic],
    ['post', 'client_secret_post', oauth.ClientSecretPost],
  ]) {
    const made = await admin.post('/clients', {
      client_id: id,
      client_name: id,
      token_endpoint_auth_method: method,
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: [CALLBACK],
      scope: 'openid profile email offline_access orders:read',
    });
    checks.equal(made.status, 201, `the client ${id}`);
    await codeFlow(checks, as, { client_id: id }, auth(made.json.client_secret));
  }
  await resource(checks, as, { client_id: 'spa' });
  await clientCredentials(checks, as, server);
}

async function discovered(checks, server) {
  const issuer = new URL(server.issuer);
  for (const algorithm of ['oidc', 'oauth2']) {
    const response = await oauth.discoveryRequest(issuer, { algorithm, ...INSECURE });
    const as = await oauth.processDiscoveryResponse(issuer, response);
    checks.equal(as.issuer, server.issuer, `discovery by ${algorithm}`);
  }
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, INSECURE));
}

async function codeFlow(checks, as, client, auth) {
  const name = client.client_id;
  const sent = await ask(as, client, { max_age: '3600' });
  const params = oauth.validateAuthResponse(as, client, sent.back, sent.state);
  const wrongIssuer = new URL(sent.back);
  wrongIssuer.searchParams.set('iss', 'https://evil.example');
  checks.ok(thrown(() => oauth.validateAuthResponse(as, client, wrongIssuer, sent.state)), `${name}: another iss is seen`);

  const response = await oauth.authorizationCodeGrantRequest(as, client, auth, params, CALLBACK, sent.verifier, INSECURE);
  const expected = { expectedNonce: sent.nonce, requireIdToken: true, maxAge: 3600 };
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, expected);
  await oauth.validateApplicationLevelSignature(as, response, INSECURE);
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  checks.equal(claims.aud, name, `${name}: the ID token`);
  checks.equal(await userinfo(as, client, tokens, claims.sub), ADMIN.email, `${name}: userinfo`);
  await guarded(checks, as, tokens.access_token, as.issuer, claims.sub);

  const again = await oauth.authorizationCodeGrantRequest(as, client, auth, params, CALLBACK, sent.verifier, INSECURE);
  const replay = await oauth.processAuthorizationCodeResponse(as, client, again).catch((e) => e);
  checks.equal(replay.error, 'invalid_grant', `${name}: a code is good once`);
  checks.ok(await userinfo(as, client, tokens, claims.sub).then(() => false, () => true), `${name}: and its replay ends what came of it`);
  await refreshAndRevoke(checks, as, client, auth);
}

async function refreshAndRevoke(checks, as, client, auth) {
  const name = client.client_id;
  const first = await signedIn(as, client, auth);
  const refresh = async (token) => oauth.processRefreshTokenResponse(as, client, await oauth.refreshTokenGrantRequest(as, client, auth, token, INSECURE));
  const second = await refresh(first.refresh_token);
  checks.equal(oauth.getValidatedIdTokenClaims(second)?.sub, oauth.getValidatedIdTokenClaims(first).sub, `${name}: a refreshed ID token`);
  checks.ok(second.refresh_token && second.refresh_token !== first.refresh_token, `${name}: rotates`);
  const asked = await introspect(as, second.access_token);
  checks.ok(asked.active && asked.client_id === name && asked.iss === as.issuer, `${name}: introspection of an access token`);
  checks.ok((await introspect(as, second.refresh_token)).active, `${name}: introspection of a refresh token`);
  const revoked = await oauth.revocationRequest(as, client, auth, second.refresh_token, INSECURE);
  checks.equal(await oauth.processRevocationResponse(revoked), undefined, `${name}: revocation`);
  checks.equal((await introspect(as, second.access_token)).active, false, `${name}: and what came of it is gone`);
  const refusal = await refresh(second.refresh_token).catch((e) => e);
  checks.ok(refusal instanceof oauth.ResponseBodyError && refusal.error === 'invalid_grant', `${name}: no more is refreshed`);
}

/** An API of somebody else's that is called with a token for it (RFC 8707, RFC 9068). */
async function resource(checks, as, client) {
  const tokens = await signedIn(as, client, oauth.None(), { resource: ORDERS, scope: 'openid orders:read' });
  const claims = await guarded(checks, as, tokens.access_token, ORDERS, oauth.getValidatedIdTokenClaims(tokens).sub);
  checks.ok(claims?.scope.split(' ').includes('orders:read'), 'the scope of a resource server');
  const elsewhere = await validated(as, tokens.access_token, 'https://other.example').catch((e) => e);
  checks.ok(elsewhere instanceof Error, 'and no other API takes it');
  const refusal = await userinfo(as, client, tokens, claims?.sub).catch((e) => e);
  checks.ok(refusal instanceof oauth.WWWAuthenticateChallengeError && refusal.cause[0].parameters.error === 'invalid_token', `nor does userinfo: ${refusal}`);
}

async function clientCredentials(checks, as, server) {
  const audience = `${server.issuer}/api/v1/admin`;
  const client = { client_id: SERVICE.id };
  for (const auth of [oauth.ClientSecretBasic(SERVICE.secret), oauth.ClientSecretPost(SERVICE.secret)]) {
    const response = await oauth.clientCredentialsGrantRequest(as, client, auth, { resource: audience }, INSECURE);
    const tokens = await oauth.processClientCredentialsResponse(as, client, response);
    const claims = await guarded(checks, as, tokens.access_token, audience, SERVICE.id);
    checks.equal(claims?.client_id, SERVICE.id, 'client credentials');
    const called = await oauth.protectedResourceRequest(tokens.access_token, 'GET', new URL(`${audience}/clients`), undefined, undefined, INSECURE);
    checks.equal(called.status, 200, 'the admin API is called with it');
  }
  const wrong = await oauth.clientCredentialsGrantRequest(as, client, oauth.ClientSecretPost('wrong'), {}, INSECURE);
  const refusal = await oauth.processClientCredentialsResponse(as, client, wrong).catch((e) => e);
  checks.equal(refusal.error, 'invalid_client', 'a wrong secret');
}

async function signedIn(as, client, auth, more) {
  const sent = await ask(as, client, more);
  const params = oauth.validateAuthResponse(as, client, sent.back, sent.state);
  const body = more?.resource ? { additionalParameters: { resource: more.resource } } : {};
  const response = await oauth.authorizationCodeGrantRequest(as, client, auth, params, CALLBACK, sent.verifier, { ...INSECURE, ...body });
  return oauth.processAuthorizationCodeResponse(as, client, response, { expectedNonce: sent.nonce, requireIdToken: true });
}

/** A person signs in, and is sent back. */
async function ask(as, client, more = {}) {
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const url = new URL(as.authorization_endpoint);
  const parameters = {
    client_id: client.client_id,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid profile email offline_access',
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const browser = new Browser();
  const first = await browser.get(url.href);
  const page = form(await browser.get(first.location), first.location);
  const posted = await browser.post(page.action, { username: ADMIN.email, password: ADMIN.password, csrf: page.csrf });
  return { back: new URL((await browser.get(posted.location)).location), verifier, state, nonce };
}

async function userinfo(as, client, tokens, subject) {
  const response = await oauth.userInfoRequest(as, client, tokens.access_token, INSECURE);
  return (await oauth.processUserInfoResponse(as, client, subject, response)).email;
}

async function introspect(as, token) {
  const client = { client_id: SERVICE.id };
  const response = await oauth.introspectionRequest(as, client, oauth.ClientSecretBasic(SERVICE.secret), token, INSECURE);
  return oauth.processIntrospectionResponse(as, client, response);
}

/** As an API does that is called with it. */
function validated(as, token, audience) {
  const request = new Request('https://api.example/', { headers: { authorization: `Bearer ${token}` } });
  return oauth.validateJwtAccessToken(as, request, audience, INSECURE);
}

async function guarded(checks, as, token, audience, subject) {
  const claims = await validated(as, token, audience).catch((e) => checks.fail(`an at+jwt for ${audience}: ${e}`));
  checks.equal(claims?.sub, subject, `an at+jwt for ${audience}`);
  return claims;
}

function thrown(act) {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}
