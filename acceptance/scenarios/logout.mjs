import http from 'node:http';
import { once } from 'node:events';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Admin } from '../lib/admin.mjs';
import { authorization, redeem } from '../lib/browser.mjs';
import { LOOKS, SCREENSHOTS, launch, nameOf, seen } from '../lib/chromium.mjs';
import { ADMIN, Postgres, Server, until } from '../lib/machine.mjs';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const APPLICATIONS = ['wiki', 'shop'];
const SOON = 2000;
const LONGEST_ON_THE_PAGE = 3000;

/** A person signs out at one application, and the others learn of it: by the server, and by the browser. */
export default async function (checks) {
  const browser = await launch(checks);
  if (!browser) return;
  const server = await Server.serve(checks, await Postgres.start(checks), { RAMPART_OUTBOUND_ALLOW: '127.0.0.0/8' });
  const admin = await Admin.of(server);
  const outside = await Outside.open(checks);
  for (const id of APPLICATIONS) {
    const made = await admin.call('POST', '/clients', {
      client_id: id,
      client_name: `The ${id}`,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      redirect_uris: [outside.at(`/${id}/cb`)],
      post_logout_redirect_uris: [outside.at(`/${id}/bye`)],
      scope: 'openid email',
      backchannel_logout_uri: outside.at(`/${id}/back`),
      backchannel_logout_session_required: true,
      frontchannel_logout_uri: outside.at(`/${id}/front`),
      frontchannel_logout_session_required: true,
    });
    checks.equal(made.status, 201, `${id} is registered ${made.status === 201 ? '' : made.text}`);
  }
  for (const look of LOOKS) await visit(checks, browser, { server, outside }, look);
  await waitsNoLonger(checks, browser, { server, outside });
  await toldByAnAdministrator(checks, browser, { server, outside, admin });
  checks.figure(`screenshots in ${SCREENSHOTS}`);
}

/** Applications on this machine: what each was asked for, and what it was sent. */
class Outside {
  static async open(checks) {
    const outside = new Outside();
    outside.asked = [];
    outside.slow = undefined;
    outside.server = http.createServer(async (request, response) => {
      const body = [];
      for await (const part of request) body.push(part);
      const url = new URL(request.url, 'http://127.0.0.1');
      outside.asked.push({ method: request.method, path: url.pathname, query: url.searchParams, form: new URLSearchParams(Buffer.concat(body).toString()), at: Date.now() });
      response.setHeader('content-type', 'text/html');
      if (url.pathname === outside.slow) return; // Nobody hears of it again.
      response.end(`<!doctype html><html lang="en"><title>${url.pathname}</title><p>${url.pathname}`);
    });
    outside.server.listen(0, '127.0.0.1');
    checks.later(() => {
      outside.server.closeAllConnections();
      outside.server.close();
    });
    await once(outside.server, 'listening');
    return outside;
  }

  at(path) {
    return `http://127.0.0.1:${this.server.address().port}${path}`;
  }

  of(path) {
    return this.asked.filter((request) => request.path === path);
  }

  forget() {
    this.asked.length = 0;
  }
}

/** Signs in to every application in one session, and brings the ID token of the first. */
async function signIn(page, { server, outside }) {
  let idToken;
  for (const id of APPLICATIONS) {
    const request = authorization(server.base, id, outside.at(`/${id}/cb`));
    await page.goto(request.url);
    if (id === APPLICATIONS[0]) {
      await page.fill('input[name=username]', ADMIN.email);
      await page.fill('input[name=password]', ADMIN.password);
      await page.click('button[type=submit]');
    }
    await page.waitForURL(`${outside.at(`/${id}/cb`)}**`);
    const tokens = await redeem(server.base, request, new URL(page.url()).searchParams.get('code'));
    idToken ??= tokens.json.id_token;
  }
  return { idToken, sid: JSON.parse(Buffer.from(idToken.split('.')[1], 'base64url')).sid };
}

function logout({ server, outside }, idToken) {
  const url = new URL(`${server.base}/oauth/logout`);
  url.searchParams.set('id_token_hint', idToken);
  url.searchParams.set('post_logout_redirect_uri', outside.at('/wiki/bye'));
  url.searchParams.set('state', 'af0');
  return url.href;
}

async function visit(checks, browser, world, look) {
  const { server, outside } = world;
  const name = nameOf(look);
  const context = await browser.newContext(look);
  const page = await context.newPage();
  const { idToken, sid } = await signIn(page, world);
  outside.forget();
  const began = Date.now();
  if (look.javaScriptEnabled === false) {
    await page.goto(logout(world, idToken));
    await seen(checks, page, `${name}-signed-out-and-on`, look);
    await page.click('a.button');
  } else {
    await page.goto(logout(world, idToken), { waitUntil: 'commit' });
  }
  await page.waitForURL(`${outside.at('/wiki/bye')}**`);
  checks.equal(new URL(page.url()).search, '?state=af0', `${name}: goes on to where the application wants`);
  for (const id of APPLICATIONS) {
    const told = outside.of(`/${id}/front`);
    checks.equal(told.length, 1, `${name}: the browser tells ${id} once`);
    checks.equal(told[0]?.query.get('sid'), sid, `${name}: of which session`);
    checks.equal(told[0]?.query.get('iss'), server.issuer, `${name}: and by whom`);
    await until(`${id} is told by the server`, SOON, () => outside.of(`/${id}/back`).length > 0);
    checks.equal(outside.of(`/${id}/back`).length, 1, `${name}: the server tells ${id} once`);
    await sound(checks, world, { name, id, sid });
  }
  checks.ok(Math.max(...APPLICATIONS.map((id) => outside.of(`/${id}/back`)[0].at)) - began < SOON, `${name}: the server tells them at once`);
  if (look.javaScriptEnabled !== false) await byOneself(checks, page, world, look);
  await context.close();
}

/** What the server sends is a logout token that another's library takes. */
async function sound(checks, { server, outside }, { name, id, sid }) {
  const request = outside.of(`/${id}/back`)[0];
  checks.equal(request.method, 'POST', `${name}: by POST`);
  const keys = createRemoteJWKSet(new URL(`${server.base}/.well-known/jwks.json`));
  const { payload, protectedHeader } = await jwtVerify(request.form.get('logout_token'), keys, { issuer: server.issuer, audience: id, typ: 'logout+jwt' });
  checks.equal(protectedHeader.typ, 'logout+jwt', `${name}: it is not to be taken for an ID token`);
  checks.equal(payload.sid, sid, `${name}: the token names the session`);
  checks.equal(JSON.stringify(payload.events), JSON.stringify({ [EVENT]: {} }), `${name}: and the event`);
  checks.ok(!('nonce' in payload) && payload.exp - payload.iat <= 120, `${name}: has no nonce, and a short life`);
}

/** Who signs out by themselves stays on the page. */
async function byOneself(checks, page, world, look) {
  const name = nameOf(look);
  await signIn(page, world);
  world.outside.forget();
  await page.goto(`${world.server.base}/logout`);
  await page.click('button[name=confirm]');
  await page.waitForSelector('iframe', { state: 'attached' });
  await seen(checks, page, `${name}-signed-out`, look);
  for (const id of APPLICATIONS) checks.equal(world.outside.of(`/${id}/front`).length, 1, `${name}: ${id} is told, too`);
}

/** An application that does not answer holds a person up for three seconds and no longer. */
async function waitsNoLonger(checks, browser, world) {
  const look = LOOKS[0];
  const context = await browser.newContext(look);
  const page = await context.newPage();
  const { idToken } = await signIn(page, world);
  world.outside.slow = '/shop/front';
  const began = Date.now();
  await page.goto(logout(world, idToken), { waitUntil: 'commit' });
  await page.waitForSelector('#onward');
  await seen(checks, page, `${nameOf(look)}-signed-out-waiting`, look);
  await page.waitForURL(`${world.outside.at('/wiki/bye')}**`, { waitUntil: 'commit' });
  const took = Date.now() - began;
  checks.ok(took >= LONGEST_ON_THE_PAGE - 500 && took < 2 * LONGEST_ON_THE_PAGE, `waits for a frame that does not come, but not for long: ${took} ms`);
  world.outside.slow = undefined;
  await context.close();
}

async function toldByAnAdministrator(checks, browser, world) {
  const context = await browser.newContext(LOOKS[0]);
  const { sid } = await signIn(await context.newPage(), world);
  world.outside.forget();
  checks.equal((await world.admin.delete(`/sessions/${sid}`)).status, 204, 'an administrator ends the session');
  for (const id of APPLICATIONS) {
    await until(`${id} is told by the server`, SOON, () => world.outside.of(`/${id}/back`).length > 0);
    await sound(checks, world, { name: 'ended by an administrator', id, sid });
  }
  await context.close();
}
