import { Admin } from '../lib/admin.mjs';
import { Browser, authorization, form, redeem, signIn, userinfo } from '../lib/browser.mjs';
import { SERVICE, Server, until } from '../lib/machine.mjs';

const CALLBACK = 'http://127.0.0.1:9/cb';
const PASSWORD = 'correct horse battery staple';
const PEOPLE = 10_000;
const BAD = 100;
const NOTHING = '00000000-0000-7000-8000-000000000000';

/** Over HTTP only: mail is read in the mailbox of dev. */
export default async function (checks) {
  const server = await Server.dev(checks, { RAMPART_BOOTSTRAP_CLIENT_ID: SERVICE.id, RAMPART_BOOTSTRAP_CLIENT_SECRET: SERVICE.secret, RAMPART_RATE_LIMIT_LOGIN: '0' });
  const root = await Admin.of(server);
  const acme = await organization(checks, server, root, 'acme');
  const globex = await organization(checks, server, root, 'globex');
  await arrange(checks, acme);
  await bringPeople(checks, acme);
  await helpdesk(checks, server, acme);
  await auditor(checks, server, acme);
  await strangers(checks, server, acme, globex);
}

/** An organization with an application for those who administer it, and an owner who was invited. */
async function organization(checks, server, root, slug) {
  const issuer = `${server.issuer}/o/${slug}`;
  const beneath = `/organizations/${slug}`;
  const email = `owner@${slug}.example`;
  checks.equal((await root.post('/organizations', { slug, name: `The ${slug}` })).status, 201, `${slug} is made`);
  const app = { client_id: 'console', client_name: 'Console', token_endpoint_auth_method: 'none', redirect_uris: [CALLBACK], scope: 'openid profile email' };
  checks.equal((await root.post(`${beneath}/clients`, app)).status, 201, 'with an application for those who administer it');
  const invited = await root.post(`${beneath}/invitations`, { email, roles: ['owner'] });
  checks.equal(invited.status, 201, 'its owner is invited');
  const link = await linkTo(server, email);
  checks.ok(!invited.text.includes(new URL(link).searchParams.get('token')), 'by a link that stands in the mail alone');
  await accept(checks, link, 'Olive Owner');
  const owner = await person(server, { issuer }, { email, password: PASSWORD });
  checks.equal((await owner.get('/users')).status, 200, 'and administers it, signed in as a person');
  return { slug, issuer, owner };
}

/** What the mail to an address tells to open. */
async function linkTo(server, address) {
  let mail;
  await until(`a mail to ${address}`, 15_000, async () => {
    const { items } = await (await fetch(`${server.base}/dev/mailbox.json`, { headers: { host: new URL(server.issuer).host } })).json();
    mail = items.find((each) => each.to === address);
    return mail;
  });
  return /https?:\/\/\S+\/invitation\?\S+/.exec(mail.text)[0];
}

async function accept(checks, link, name) {
  const browser = new Browser();
  for (let i = 0; i < 2; i++) checks.equal((await browser.get(link)).status, 200, 'looking at an invitation does not use it up');
  const page = await browser.get(link);
  const { action, csrf } = form(page, link);
  const token = /name="token" value="([^"]+)"/.exec(page.text)[1].replaceAll('&#61;', '=');
  const short = await browser.post(action, { csrf, token, name, password: 'short' });
  checks.equal(short.status, 400, 'a short password is refused beside its field');
  const accepted = await browser.post(action, { csrf, token, name, password: PASSWORD });
  checks.ok([200, 303].includes(accepted.status), `it is accepted (${accepted.status})`);
  checks.ok((await browser.post(action, { csrf, token, name, password: PASSWORD })).status >= 400, 'once');
}

/** The admin API as a person who signs in. */
async function person(server, { issuer }, who) {
  const request = authorization(issuer, 'console', CALLBACK, { resource: `${server.issuer}/api/v1/admin` });
  const code = await signIn(new Browser(), request, who);
  const { json } = await redeem(issuer, request, code);
  return Admin.with(server, json.access_token);
}

/** Roles, groups, applications and an API, made by the owner. */
async function arrange(checks, acme) {
  const { owner } = acme;
  const role = await owner.post('/roles', { name: 'support', description: 'Looks at people', permissions: ['user:read', 'session:read'], application_roles: ['agent'] });
  checks.equal(role.status, 201, 'the owner makes a role');
  const parent = await owner.post('/groups', { name: 'Staff' });
  const child = await owner.post('/groups', { name: 'Berlin', parent_group_id: parent.json.id });
  checks.equal(`${parent.status} ${child.status}`, '201 201', 'and groups, one in the other');
  checks.equal((await owner.put(`/groups/${parent.json.id}/roles/${role.json.id}`)).status, 204, 'that carry it');
  const ada = await owner.post('/users', { email: 'ada@acme.example', email_verified: true, name: 'Ada Lovelace', password: PASSWORD });
  checks.equal((await owner.put(`/groups/${child.json.id}/members/users/${ada.json.id}`)).status, 204, 'a person is put in the inner one');
  const why = (await owner.get(`/users/${ada.json.id}/permissions?permission=user:read`)).json.items[0];
  checks.equal(`${why.granted} ${why.via[0].role.name} ${why.via[0].groups.map((group) => group.name)}`, 'true support Berlin,Staff', 'and the API says why she may look at people');
  const not = (await owner.get(`/users/${ada.json.id}/permissions?permission=user:write`)).json.items[0];
  checks.equal(not.granted, false, 'and that she may not change them');
  const api = await owner.post('/resource-servers', { identifier: 'https://api.acme.example', name: 'Orders', scopes: [{ name: 'orders:read' }], roles: true });
  checks.equal(api.status, 201, 'an API of their own');
  const service = await owner.post('/service-accounts', { client_id: 'robot', client_name: 'Robot' });
  checks.equal(service.status, 201, `and a service account ${service.status === 201 ? '' : service.text}`);
  acme.ada = ada.json.id;
}

/** Ten thousand lines, of which a hundred are not right. */
async function bringPeople(checks, acme) {
  const lines = [];
  const bad = new Set();
  for (let i = 1; i <= PEOPLE; i++) {
    if (i % (PEOPLE / BAD) === 0) bad.add(i);
    lines.push(bad.has(i) ? badLine(i) : JSON.stringify({ username: `p${i}`, email: `p${i}@acme.example`, given_name: `Given${i}`, family_name: 'Imported' }));
  }
  const file = lines.join('\n');
  const told = (answer) => [...new Set(answer.json.errors.map((each) => each.line))].sort((a, b) => a - b).join();
  const dry = await acme.owner.send('POST', '/users/import?dry_run=true', file, 'application/x-ndjson');
  checks.equal(`${dry.status} ${dry.json.imported} ${dry.json.rejected}`, `200 ${PEOPLE - BAD} ${BAD}`, `a dry run tells what would come ${dry.status === 200 ? '' : dry.text}`);
  checks.equal(told(dry), [...bad].join(), 'and every bad line');
  checks.equal((await acme.owner.get('/users?q=imported')).json.items.length, 0, 'and makes nobody');
  const began = performance.now();
  const real = await acme.owner.send('POST', '/users/import', file, 'application/x-ndjson');
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  checks.equal(`${real.status} ${real.json.imported} ${real.json.rejected}`, `200 ${PEOPLE - BAD} ${BAD}`, 'the import brings the same');
  checks.equal(told(real), [...bad].join(), 'and tells of the same lines');
  checks.figure(`${PEOPLE} lines, ${BAD} of them bad, in ${seconds} s`);
  const exported = await acme.owner.send('GET', '/users/export?format=jsonl');
  const people = exported.text.trim().split('\n').map((line) => JSON.parse(line)).filter((each) => each.family_name === 'Imported');
  checks.equal(people.length, PEOPLE - BAD, 'an export has them all, and none half-made');
  checks.ok(people.every((each) => each.username && each.email && each.given_name), 'each whole');
  const again = await acme.owner.send('POST', '/users/import', file, 'application/x-ndjson');
  checks.equal(`${again.json.imported} ${again.json.rejected}`, `0 ${PEOPLE}`, 'a second time nobody comes twice');
}

/** Each in another way. */
function badLine(i) {
  switch ((i / (PEOPLE / BAD)) % 5) {
    case 0: return '{"username": "broken';
    case 1: return JSON.stringify({ username: 'P1', email: `again${i}@acme.example` });
    case 2: return JSON.stringify({ username: `p${i}`, shoe_size: 44 });
    case 3: return JSON.stringify({ given_name: 'Nobody' });
    default: return JSON.stringify({ username: `p${i}`, email: 'no address' });
  }
}

/** Ends sessions, and gives nobody anything. */
async function helpdesk(checks, server, acme) {
  const helper = await member(checks, acme, 'helen', 'helpdesk');
  const request = authorization(acme.issuer, 'console', CALLBACK);
  const { json } = await redeem(acme.issuer, request, await signIn(new Browser(), request, { email: 'ada@acme.example', password: PASSWORD }));
  checks.equal(await userinfo(acme.issuer, json.access_token), 200, 'Ada is signed in');
  const help = await person(server, acme, helper);
  const sessions = await help.get(`/users/${acme.ada}/sessions`);
  checks.equal((await help.delete(`/sessions/${sessions.json.items[0].id}`)).status, 204, 'the helpdesk ends her session');
  checks.equal(await userinfo(acme.issuer, json.access_token), 401, 'at once');
  for (const role of ['helpdesk', 'auditor', 'admin', 'owner']) checks.equal((await help.put(`/users/${acme.ada}/roles/${role}`)).status, 403, `and cannot make her ${role}`);
  checks.equal((await help.put(`/users/${helper.id}/roles/owner`)).status, 403, 'nor itself owner');
  checks.equal((await help.post('/users', { username: 'x' })).status, 403, 'nor make people');
  checks.equal((await help.delete('/sessions')).status, 403, 'nor end the sessions of all');
}

async function auditor(checks, server, acme) {
  const audit = await person(server, acme, await member(checks, acme, 'otto', 'auditor'));
  const operations = await described(server);
  let read = 0;
  let refused = 0;
  for (const { method, path } of operations) {
    const answer = await audit.call(method.toUpperCase(), filled(path, acme), method === 'patch' ? {} : undefined);
    const reads = method === 'get' && !path.endsWith('/users/export');
    if (reads && checks.ok([200, 404].includes(answer.status), `an auditor reads ${path} (${answer.status})`)) read++;
    if (!reads && checks.equal(answer.status, 403, `an auditor does not ${method} ${path}`)) refused++;
  }
  checks.figure(`an auditor reads at ${read} addresses and is refused ${refused} writes`);
}

/** One who holds that role, made by the owner. */
async function member(checks, acme, name, role) {
  const who = { email: `${name}@acme.example`, password: PASSWORD };
  const made = await acme.owner.post('/users', { ...who, email_verified: true });
  checks.equal((await acme.owner.put(`/users/${made.json.id}/roles/${role}`)).status, 204, `${name} is ${role}`);
  return { ...who, id: made.json.id };
}

/** Every operation of the other organization answers as one of none. */
async function strangers(checks, server, acme, globex) {
  const masked = (answer) => `${answer.status} ${answer.text.replace(/"instance":"[^"]*"/, '')}`;
  const operations = await described(server);
  for (const { method, path } of operations) {
    const at = (slug) => acme.owner.call(method.toUpperCase(), `/organizations/${slug}${filled(path, acme)}`, method === 'patch' ? {} : undefined);
    const foreign = await at(globex.slug);
    checks.equal(foreign.status, 404, `${method} ${path} of the other organization`);
    checks.equal(masked(foreign), masked(await at('nowhere')), 'in the words of one that is not there');
  }
  for (const method of ['get', 'patch']) checks.equal((await acme.owner.call(method.toUpperCase(), `/organizations/${globex.slug}`, method === 'patch' ? {} : undefined)).status, 404, `${method} the other organization itself`);
  checks.figure(`${operations.length} operations of the other organization were refused`);
}

/** Every operation at the path of the token's own organization. */
async function described(server) {
  const { paths } = await (await fetch(`${server.base}/openapi.json`)).json();
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/admin/') && !path.startsWith('/api/v1/admin/organizations'))
    .flatMap(([path, item]) => ['get', 'post', 'put', 'patch', 'delete'].filter((method) => item[method]).map((method) => ({ method, path: path.slice('/api/v1/admin'.length) })));
}

const filled = (path, acme) => path.replace('{user}', acme.ada).replaceAll(/\{[a-z_]+}/g, NOTHING);
