import * as oidc from 'openid-client';
import { Admin } from '../lib/admin.mjs';
import { Browser, authorization, redeem, signIn } from '../lib/browser.mjs';
import { ADMIN, Postgres, Server, sleep } from '../lib/machine.mjs';

const CLIENTS = 64;
const CALLBACK = 'http://127.0.0.1:9/cb';
const GRACE = 10_000;

/** Two servers, one refresh token, 64 clients: one successor, which all of them get. */
export async function rotate(checks, rounds) {
  const postgres = await Postgres.start(checks);
  const one = await Server.serve(checks, postgres);
  const other = await Server.serve(checks, postgres, { RAMPART_ISSUER: one.issuer });
  const admin = await Admin.of(one);
  const made = await admin.call('POST', '/clients', {
    client_id: 'app',
    client_name: 'App',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: [CALLBACK],
    scope: 'openid email offline_access',
  });
  checks.equal(made.status, 201, 'a client that may refresh');
  const request = authorization(one.base, 'app', CALLBACK, { scope: 'openid offline_access' });
  const first = await redeem(one.base, request, await signIn(new Browser(), request, ADMIN));
  let token = first.json.refresh_token;
  const used = [token];
  let slowest = 0;
  let wrong = 0;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const replies = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => refresh((i % 2 ? one : other).base, token)));
    slowest = Math.max(slowest, performance.now() - began);
    const successors = new Set(replies.map((reply) => reply.json.refresh_token));
    if (replies.some((reply) => reply.status !== 200) || successors.size !== 1 || successors.has(token)) wrong++;
    [token] = successors;
    used.push(token);
  }
  checks.figure(`${rounds} rounds of ${CLIENTS}: ${wrong} in which somebody got another token or none; slowest round ${slowest.toFixed(0)} ms`);
  checks.equal(wrong, 0, 'every honest caller gets the one successor');
  const alive = Number(postgres.sql('SELECT count(*) FROM refresh_token WHERE rotated_at IS NULL'));
  checks.equal(alive, 1, 'one token is live');
  const last = await byALibrary(checks, one, token);
  await sleep(GRACE + 1000);
  checks.equal((await refresh(one.base, used.at(-2))).json.error, 'invalid_grant', 'a token that was replaced is refused later');
  checks.equal((await refresh(other.base, last)).json.error, 'invalid_grant', 'and its whole family has fallen');
  const reasons = postgres.sql("SELECT string_agg(DISTINCT reason, ' ') FROM audit_event WHERE type = 'token.issued' AND reason IS NOT NULL");
  checks.ok(reasons.includes('TOKEN_REUSED'), `the audit log says why (${reasons})`);
}

/** What openid-client makes of it; within the grace it is given the successor again. */
async function byALibrary(checks, server, token) {
  const options = { execute: [oidc.allowInsecureRequests] };
  const config = await oidc.discovery(new URL(server.issuer), 'app', undefined, oidc.None(), options);
  const once = await oidc.refreshTokenGrant(config, token, { scope: 'openid' });
  const twice = await oidc.refreshTokenGrant(config, token);
  checks.equal(once.refresh_token, twice.refresh_token, 'openid-client refreshes');
  checks.ok(once.claims().sub === twice.claims().sub, 'and finds the same person in both ID tokens');
  const machine = await oidc.discovery(new URL(server.issuer), 'acceptance', 'a-secret-of-the-acceptance-run', undefined, options);
  checks.equal((await oidc.tokenIntrospection(machine, twice.access_token)).client_id, 'app', 'and introspects');
  await oidc.tokenRevocation(config, twice.access_token);
  checks.equal((await oidc.tokenIntrospection(machine, twice.access_token)).active, false, 'and takes an access token back');
  checks.equal((await oidc.tokenIntrospection(machine, once.access_token)).active, true, 'but no other');
  return once.refresh_token;
}

async function refresh(issuer, token) {
  const response = await fetch(`${issuer}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token, client_id: 'app' }),
  });
  return { status: response.status, json: await response.json() };
}

export default (checks) => rotate(checks, 200);
