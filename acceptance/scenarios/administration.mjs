import { Admin } from '../lib/admin.mjs';
import { Browser, authorization, redeem, signIn, userinfo } from '../lib/browser.mjs';
import { Postgres, Server } from '../lib/machine.mjs';

const CALLBACK = 'http://127.0.0.1:9/cb';
const PASSWORD = 'correct horse battery staple';

export default async function (checks) {
  const postgres = await Postgres.start(checks);
  const one = await Server.serve(checks, postgres);
  const other = await Server.serve(checks, postgres, { RAMPART_ISSUER: one.issuer });
  const root = await Admin.of(one);
  const acme = await furnish(checks, one, root, 'acme');
  const globex = await furnish(checks, one, root, 'globex');
  await isolate(checks, acme, globex);
  await race(checks, acme, other);
  await signInAndEnd(checks, one, other, acme);
  await takeAway(checks, one, other, root, acme);
  await tell(checks, root, acme);
  await (await fetch(`${one.base}/.well-known/jwks.json`)).text();
  const said = one.said();
  for (const path of ['/.well-known/jwks.json', '/openapi.json', '/api/v1/admin/users']) checks.ok(said.includes(path), `the log has a line for ${path}`);
  checks.ok(!said.includes('limit=200'), 'and no query string');
}

/** An organization with a service account that owns it, an application and a person. */
async function furnish(checks, server, root, slug) {
  const made = await root.post('/organizations', { slug, name: `The ${slug}` });
  checks.equal(made.status, 201, `${slug} is made`);
  const beneath = `/organizations/${slug}`;
  const client = await root.post(`${beneath}/clients`, { client_id: 'boss', client_name: 'Boss', grant_types: ['client_credentials'] });
  checks.equal(client.status, 201, 'a service account is made');
  checks.equal((await root.put(`${beneath}/clients/boss/roles/owner`)).status, 204, 'and owns it');
  const owner = await Admin.of(server, `${server.issuer}/o/${slug}`, { id: 'boss', secret: client.json.client_secret });
  const app = await owner.post('/clients', { client_id: 'web', client_name: 'Web', token_endpoint_auth_method: 'none', redirect_uris: [CALLBACK], scope: 'openid profile email' });
  checks.equal(app.status, 201, 'an application is made');
  const user = await owner.post('/users', { email: 'ada@example.org', email_verified: true, name: 'Ada Lovelace', password: PASSWORD });
  checks.equal(user.status, 201, 'a person is made');
  return { slug, owner, id: made.json.id, issuer: `${server.issuer}/o/${slug}`, user: user.json.id };
}

async function isolate(checks, acme, globex) {
  const masked = (answer) => answer.text.replace(/"instance":"[^"]*"/, '');
  const nothing = '00000000-0000-7000-8000-000000000000';
  for (const [method, path] of [
    ['GET', '/users/{id}'],
    ['PATCH', '/users/{id}'],
    ['DELETE', '/users/{id}'],
    ['GET', '/users/{id}/roles'],
    ['PUT', '/users/{id}/roles/admin'],
    ['GET', '/users/{id}/sessions'],
    ['DELETE', '/users/{id}/sessions'],
  ]) {
    const body = method === 'PATCH' ? { name: 'Mallory' } : undefined;
    const foreign = await acme.owner.call(method, path.replace('{id}', globex.user), body);
    const absent = await acme.owner.call(method, path.replace('{id}', nothing), body);
    checks.equal(foreign.status, 404, `${method} ${path} of another organization`);
    checks.equal(masked(foreign), masked(absent), 'in the same words as of nobody');
  }
  for (const name of [globex.slug, globex.id, 'default', 'nowhere']) {
    checks.equal((await acme.owner.get(`/organizations/${name}/users`)).status, 404, `the people of ${name}`);
  }
  checks.equal((await globex.owner.get(`/users/${globex.user}`)).json.name, 'Ada Lovelace', 'and nothing changed');
}

async function race(checks, acme, other) {
  const both = [acme.owner, acme.owner.at(other)];
  const answers = async (count, act) => {
    const all = await Promise.all(Array.from({ length: count }, (_, i) => act(both[i % 2], i)));
    return all.map((answer) => answer.status);
  };
  const times = (statuses, status) => statuses.filter((each) => each === status).length;
  const created = await answers(32, (admin) => admin.post('/users', { username: 'only' }));
  checks.equal(`${times(created, 201)} ${times(created, 409)}`, '1 31', 'one username, 32 creations on two servers');
  const secrets = new Set();
  const repeated = await answers(32, async (admin) => {
    const answer = await admin.post('/clients', { client_id: 'once', client_name: 'Once', grant_types: ['client_credentials'] }, { 'idempotency-key': 'one' });
    secrets.add(answer.json.client_secret);
    return answer;
  });
  checks.equal(times(repeated, 201), 32, 'one Idempotency-Key, 32 requests on two servers');
  checks.equal(secrets.size, 1, 'one secret');
  const patched = await answers(16, (admin, i) => admin.patch(`/users/${acme.user}`, { nickname: `N${i}` }, { 'if-match': '"1"' }));
  checks.equal(`${times(patched, 200)} ${times(patched, 412)}`, '1 15', 'one If-Match, 16 writers on two servers');
}

async function signInAndEnd(checks, one, other, acme) {
  const request = authorization(acme.issuer, 'web', CALLBACK);
  const code = await signIn(new Browser(), request, { email: 'ada@example.org', password: PASSWORD });
  const { json } = await redeem(acme.issuer, request, code);
  const there = acme.issuer.replace(one.issuer, other.base);
  checks.equal(await userinfo(acme.issuer, json.access_token), 200, 'the person signed in');
  const sessions = await acme.owner.get(`/users/${acme.user}/sessions`);
  checks.equal(sessions.json.items.length, 1, 'her session is listed');
  checks.equal((await acme.owner.delete(`/sessions/${sessions.json.items[0].id}`)).status, 204, 'and ended');
  for (const issuer of [acme.issuer, there]) checks.equal(await userinfo(issuer, json.access_token), 401, 'at once on each server');
}

async function takeAway(checks, one, other, root, acme) {
  const made = await acme.owner.post('/clients', { client_id: 'reader', client_name: 'Reader', grant_types: ['client_credentials'] });
  await acme.owner.put('/clients/reader/roles/auditor');
  const reader = await Admin.of(one, acme.issuer, { id: 'reader', secret: made.json.client_secret });
  const readers = [reader, reader.at(other)];
  for (const each of readers) checks.equal((await each.get('/users')).status, 200, 'an auditor reads');
  for (const each of readers) checks.equal((await each.post('/users', { username: 'x' })).status, 403, 'and does not write');
  await acme.owner.delete('/clients/reader/roles/auditor');
  for (const each of readers) checks.equal((await each.get('/users')).status, 403, 'a role taken away is gone on each server');
  await acme.owner.put('/clients/reader/roles/auditor');
  await acme.owner.patch('/clients/reader', { enabled: false });
  for (const each of readers) checks.equal((await each.get('/users')).status, 401, 'a disabled client is refused on each server');
  await root.patch('/organizations/acme', { enabled: false });
  for (const each of [acme.owner, acme.owner.at(other)]) checks.equal((await each.get('/users')).status, 401, 'a disabled organization is refused on each server');
  await root.patch('/organizations/acme', { enabled: true });
  checks.equal((await acme.owner.get('/users')).status, 200, 'and is back when it is enabled');
}

async function tell(checks, root, acme) {
  const events = await acme.owner.get('/audit-events?limit=200');
  const types = new Set(events.json.items.map((event) => event.type));
  for (const type of ['user.created', 'client.created', 'session.started', 'session.ended', 'role.assigned', 'role.withdrawn', 'organization.updated', 'access.granted']) {
    checks.ok(types.has(type), `the audit log tells of ${type}`);
  }
  checks.ok(!events.text.includes(PASSWORD), 'and no password');
  const document = await (await fetch(root.base.replace('/api/v1/admin', '/openapi.json'))).json();
  checks.ok(Object.keys(document.paths).length > 20, 'the API is described');
  checks.figure(`${events.json.items.length} events of ${types.size} types; ${Object.keys(document.paths).length} paths described`);
}
