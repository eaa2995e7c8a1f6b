import fs from 'node:fs';
import http from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Admin } from '../lib/admin.mjs';
import { launch } from '../lib/chromium.mjs';
import { ADMIN, Postgres, Server } from '../lib/machine.mjs';

const LIBRARY = fs.readFileSync(fileURLToPath(new URL('../node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js', import.meta.url)));
const PAGE = '<!doctype html><title>Application</title><link rel="icon" href="data:,"><script src="/oidc-client-ts.js"></script><p>Application';

/** An application that is nothing but a page, in Chromium, on an origin of its own. */
export default async function (checks) {
  const browser = await launch(checks);
  if (!browser) return;
  const server = await Server.serve(checks, await Postgres.start(checks));
  const origin = await application(checks);
  const stranger = await application(checks);
  const made = await (await Admin.of(server)).post('/clients', {
    client_id: 'page',
    client_name: 'Page',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: [`${origin}/callback`],
    post_logout_redirect_uris: [`${origin}/bye`],
    scope: 'openid profile email offline_access',
  });
  checks.equal(made.status, 201, 'a public client');
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const settings = {
    authority: server.issuer,
    client_id: 'page',
    redirect_uri: `${origin}/callback`,
    post_logout_redirect_uri: `${origin}/bye`,
    scope: 'openid profile email offline_access',
    loadUserInfo: true,
    automaticSilentRenew: false,
  };
  const user = await signIn(checks, page, origin, settings);
  await renew(checks, page, settings, user);
  checks.equal(complaints.join('; '), '', 'the browser has nothing to complain about');
  await signOut(checks, page, origin, settings);
  await foreign(checks, page, stranger, server, user);
}

async function signIn(checks, page, origin, settings) {
  await page.goto(`${origin}/`);
  await leave(page, settings, 'signinRedirect', { state: { cart: 7 } });
  await page.waitForURL(/\/login/);
  await page.fill('input[name=username]', ADMIN.email);
  await page.fill('input[name=password]', ADMIN.password);
  await page.click('button[type=submit]');
  await page.waitForURL(`${origin}/callback**`);
  const user = await call(page, settings, 'signinCallback');
  checks.equal(user.profile.email, ADMIN.email, 'signed in by redirect, the tokens and userinfo got by CORS');
  checks.equal(user.state?.cart, 7, 'the state comes back');
  checks.ok(user.id_token && user.access_token && user.refresh_token, 'three tokens');
  checks.equal(user.profile.iss, settings.authority, 'the ID token is of the issuer');
  return user;
}

async function renew(checks, page, settings, before) {
  const after = await call(page, settings, 'signinSilent');
  checks.ok(after.access_token !== before.access_token && after.refresh_token !== before.refresh_token, 'renewed without a page, by refresh token');
  checks.equal(after.profile.sub, before.profile.sub, 'for the same person');
  checks.equal(after.profile.email, ADMIN.email, 'of whom userinfo tells as much as before');
  const [first, second] = await page.evaluate(async (all) => {
    const managers = [1, 2].map(() => new globalThis.oidc.UserManager(all));
    return (await Promise.all(managers.map((manager) => manager.signinSilent()))).map((user) => user.refresh_token);
  }, settings);
  checks.equal(first, second, 'two tabs that renew at once get the same successor');
}

async function signOut(checks, page, origin, settings) {
  await leave(page, settings, 'signoutRedirect');
  await page.waitForURL(`${origin}/bye**`);
  await call(page, settings, 'signoutCallback');
  const still = await page.evaluate(async (all) => Boolean(await new globalThis.oidc.UserManager(all).getUser()), settings);
  checks.equal(still, false, 'signed out by redirect');
  await leave(page, settings, 'signinRedirect', { prompt: 'none' });
  await page.waitForURL(`${origin}/callback**`);
  const refusal = await page.evaluate((all) => new globalThis.oidc.UserManager(all).signinCallback().catch((e) => e.error), settings);
  checks.equal(refusal, 'login_required', 'nobody is signed in any more');
}

/** A page of an origin that no client has registered reads nothing. */
async function foreign(checks, page, stranger, server, { access_token: token }) {
  await page.goto(`${stranger}/`);
  const read = (path, init) => page.evaluate(([url, options]) => fetch(url, options).then((response) => response.status, () => 'blocked'), [server.issuer + path, init]);
  checks.equal(await read('/oauth/userinfo', { headers: { authorization: `Bearer ${token}` } }), 'blocked', 'userinfo for a foreign origin');
  checks.equal(await read('/oauth/token', { method: 'POST', body: 'grant_type=refresh_token' }), 'blocked', 'the token endpoint for a foreign origin');
  checks.equal(await read('/.well-known/openid-configuration', {}), 200, 'the metadata are for everybody');
}

/** Calls the library in the page. */
function call(page, settings, method) {
  return page.evaluate(
    async ([all, name]) => {
      const user = await new globalThis.oidc.UserManager(all)[name]();
      return user?.profile && { ...user, state: user.state };
    },
    [settings, method],
  );
}

/** Calls what leaves the page. */
async function leave(page, settings, method, argument) {
  await page.evaluate(
    ([all, name, value]) => {
      globalThis.setTimeout(() => new globalThis.oidc.UserManager(all)[name](value), 0);
    },
    [settings, method, argument],
  );
}

async function application(checks) {
  const site = http.createServer((request, response) => {
    const isLibrary = request.url === '/oidc-client-ts.js';
    response.setHeader('content-type', isLibrary ? 'text/javascript' : 'text/html');
    response.end(isLibrary ? LIBRARY : PAGE);
  });
  site.listen(0, '127.0.0.1');
  checks.later(() => site.close());
  checks.later(() => site.closeAllConnections());
  await once(site, 'listening');
  return `http://127.0.0.1:${site.address().port}`;
}
