import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Admin } from '../lib/admin.mjs';
import { Browser, form } from '../lib/browser.mjs';
import { ADMIN, Postgres, ROOT, Server, TARGET, freePort, java, until } from '../lib/machine.mjs';

const SPRING = path.join(ROOT, 'acceptance/spring');
const AUDIENCE = 'https://orders.example/api';

/** An application with Spring Security signs people in and out, and checks tokens for its API. */
export default async function (checks) {
  await promisify(execFile)(path.join(ROOT, 'mvnw'), ['-q', '-ntp', '-f', path.join(SPRING, 'pom.xml'), 'process-classes'], { cwd: ROOT });
  const server = await Server.serve(checks, await Postgres.start(checks));
  const admin = await Admin.of(server);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const secrets = await furnish(checks, admin, base);
  await start(checks, server, port, secrets.spring);
  const browser = new Browser();
  const token = await signIn(checks, browser, server, base);
  await callApi(checks, server, base, token, secrets.robot);
  await signOut(checks, browser, server, base);
}

async function furnish(checks, admin, base) {
  const orders = { identifier: AUDIENCE, name: 'Orders', scopes: [{ name: 'orders:read' }, { name: 'orders:write' }] };
  checks.equal((await admin.post('/resource-servers', orders)).status, 201, 'a resource server');
  const spring = await admin.post('/clients', {
    client_id: 'spring',
    client_name: 'Spring',
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: [`${base}/login/oauth2/code/rampart`],
    post_logout_redirect_uris: [`${base}/bye`],
    scope: 'openid profile email',
  });
  const robot = await admin.post('/clients', {
    client_id: 'robot',
    client_name: 'Robot',
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['client_credentials'],
    scope: 'orders:read orders:write',
  });
  checks.equal(`${spring.status} ${robot.status}`, '201 201', 'an application, and a program');
  return { spring: spring.json.client_secret, robot: robot.json.client_secret };
}

async function start(checks, server, port, secret) {
  const log = fs.openSync(path.join(TARGET, `spring-${port}.log`), 'a');
  const target = path.join(SPRING, 'target');
  const application = spawn(java(), ['-cp', `${target}/classes:${target}/lib/*`, 'example.Application'], {
    env: {
      PATH: process.env.PATH,
      SERVER_PORT: String(port),
      ISSUER: server.issuer,
      AUDIENCE,
      SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_RAMPART_CLIENTSECRET: secret,
    },
    stdio: ['ignore', log, log],
  });
  const gone = new Promise((resolve) => application.once('exit', resolve));
  checks.later(async () => {
    if (application.exitCode === null) application.kill('SIGTERM');
    await gone;
  });
  await until(`the application is there (see ${TARGET}/spring-${port}.log)`, 90_000, async () => {
    if (application.exitCode !== null) throw new Error(`the application ended: see ${TARGET}/spring-${port}.log`);
    return (await fetch(`http://127.0.0.1:${port}/bye`).catch(() => undefined))?.status === 200;
  });
}

async function signIn(checks, browser, server, base) {
  const page = await follow(browser, await browser.get(`${base}/me`));
  checks.ok(page.url.startsWith(`${server.issuer}/login?flow=`), `is sent to sign in: ${page.url}`);
  const { action, csrf } = form(page, page.url);
  const me = await follow(browser, await browser.post(action, { username: ADMIN.email, password: ADMIN.password, csrf }));
  checks.ok(me.url.startsWith(`${base}/me`) && me.status === 200, `and back: ${me.status} ${me.url}`);
  const claims = JSON.parse(me.text);
  checks.equal(claims.email, ADMIN.email, 'what userinfo tells');
  checks.equal(String(claims.iss), server.issuer, 'what the ID token says');
  checks.ok(claims.nonce && claims.at_hash && claims.sid, 'nonce, at_hash and sid');
  return JSON.parse((await browser.get(`${base}/token`)).text).access_token;
}

async function callApi(checks, server, base, personsToken, secret) {
  const call = (token) => fetch(`${base}/api/orders`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  const given = async (more) => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'robot', client_secret: secret, ...more });
    return (await (await fetch(`${server.issuer}/oauth/token`, { method: 'POST', body })).json()).access_token;
  };
  const good = await call(await given({ resource: AUDIENCE, scope: 'orders:read' }));
  checks.equal(good.status, 200, 'the API takes an access token for it');
  checks.equal((await good.json()).for, 'robot', 'and knows whose it is');
  checks.equal((await call(await given({ resource: AUDIENCE, scope: 'orders:write' }))).status, 403, 'not with another scope');
  checks.equal((await call(await given({ scope: 'orders:read' }))).status, 401, 'not one for the issuer');
  checks.equal((await call(personsToken)).status, 401, 'not one of another application');
  checks.equal((await call()).status, 401, 'and not none');
}

async function signOut(checks, browser, server, base) {
  const csrf = JSON.parse((await browser.get(`${base}/csrf`)).text);
  const leaving = await browser.post(`${base}/logout`, { [csrf.name]: csrf.value });
  checks.ok(leaving.location?.startsWith(`${server.issuer}/oauth/logout?id_token_hint=`), `is sent to sign out: ${leaving.location}`);
  const bye = await follow(browser, leaving);
  checks.equal(`${bye.url} ${bye.text}`, `${base}/bye bye`, 'and back');
  const again = await follow(browser, await browser.get(`${base}/me`));
  checks.ok(again.url.startsWith(`${server.issuer}/login`), 'nobody is signed in any more, here or there');
}

/** Goes wherever it is sent, to the last page. */
async function follow(browser, answer) {
  let { location } = answer;
  let page = answer;
  for (let hops = 0; page.location && hops < 12; hops += 1) {
    location = page.location;
    page = await browser.get(location);
  }
  return { ...page, url: location };
}
