import http from 'node:http';
import { once } from 'node:events';
import { Admin } from '../lib/admin.mjs';
import { authorization } from '../lib/browser.mjs';
import { LOOKS, SCREENSHOTS, launch, nameOf, seen } from '../lib/chromium.mjs';
import { ADMIN, Postgres, Server } from '../lib/machine.mjs';

const SCOPE = 'openid profile email phone orders:read offline_access';

/** A person is asked what somebody else's application may have. */
export default async function (checks) {
  const browser = await launch(checks);
  if (!browser) return;
  const server = await Server.serve(checks, await Postgres.start(checks));
  const admin = await Admin.of(server);
  const back = [];
  const application = http.createServer((request, response) => {
    if (request.url.startsWith('/cb')) back.push(new URL(request.url, callback));
    response.end('back');
  });
  application.listen(0, '127.0.0.1');
  checks.later(() => application.close());
  await once(application, 'listening');
  const callback = `http://127.0.0.1:${application.address().port}/cb`;
  const made = await admin.call('POST', '/clients', {
    client_id: 'printer',
    client_name: 'Photo Printer',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: [callback],
    scope: SCOPE,
    first_party: false,
    client_uri: 'https://printer.example',
    policy_uri: 'https://printer.example/privacy',
    tos_uri: 'https://printer.example/terms',
  });
  checks.equal(made.status, 201, 'a client of somebody else');
  for (const look of LOOKS) await visit(checks, browser, server, { callback, back }, look);
  const consents = await admin.call('GET', '/consents');
  checks.equal(consents.json.items.length, 1, 'what was allowed is one consent');
  checks.equal((await admin.call('DELETE', `/consents/${consents.json.items[0].id}`)).status, 204, 'which is taken back');
  checks.figure(`screenshots in ${SCREENSHOTS}`);
}

async function visit(checks, browser, server, { callback, back }, look) {
  const name = nameOf(look);
  const context = await browser.newContext(look);
  const page = await context.newPage();
  const ask = (more = {}) => page.goto(authorization(server.base, 'printer', callback, { scope: SCOPE, ...more }).url);

  await ask();
  await page.fill('input[name=username]', ADMIN.email);
  await page.fill('input[name=password]', ADMIN.password);
  await page.click('button[type=submit]');
  await page.waitForURL(/\/consent/);
  await seen(checks, page, `${name}-consent`, look);
  const text = await page.textContent('main');
  for (const word of ['Photo Printer', 'printer.example', 'orders:read', 'phone number', 'Administrator']) checks.ok(text.includes(word), `${name}: the page says ${word}`);
  await page.click('button[name=consent][value=deny]');
  await page.waitForURL(`${callback}**`);
  checks.equal(back.at(-1).searchParams.get('error'), 'access_denied', `${name}: a no goes to the application`);
  await ask();
  await page.click('button[name=consent][value=allow]');
  await page.waitForURL(`${callback}**`);
  checks.ok(back.at(-1).searchParams.has('code'), `${name}: a yes as well`);
  await page.goto(`${server.base}/consent?flow=made-up`);
  await seen(checks, page, `${name}-consent-gone`, look);
  await context.close();
}
