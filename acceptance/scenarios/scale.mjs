import { Admin } from '../lib/admin.mjs';
import { Browser, authorization, redeem, signIn, userinfo } from '../lib/browser.mjs';
import { Postgres, Server } from '../lib/machine.mjs';

const CALLBACK = 'http://127.0.0.1:9/cb';
const PASSWORD = 'correct horse battery staple';
const PEOPLE = 200_000;
const ORGANIZATIONS = 10_000;
const SESSIONS = 1_000_000;
const PAGES = 3;

/** Tables with more rows than this are to be read by an index. */
const BIG = 1000;

/** What PostgreSQL is to log: the plan of every statement of the serving role, as it was run with the policies on. */
const EXPLAINED = ['auto_explain.log_min_duration=0', 'auto_explain.log_nested_statements=on'];
const ROOMY = ['session_preload_libraries=auto_explain', 'shared_buffers=1GB', 'max_wal_size=4GB', 'checkpoint_timeout=30min'];

export default async function (checks) {
  const postgres = await Postgres.start(checks, ROOMY);
  const one = await Server.serve(checks, postgres);
  const other = await Server.serve(checks, postgres, { RAMPART_ISSUER: one.issuer });
  const root = await Admin.of(one);
  await root.post('/organizations', { slug: 'acme', name: 'Acme' });
  await root.post('/organizations/acme/clients', { client_id: 'web', client_name: 'Web', token_endpoint_auth_method: 'none', redirect_uris: [CALLBACK], scope: 'openid email' });
  const boss = await root.post('/organizations/acme/clients', { client_id: 'boss', client_name: 'Boss', grant_types: ['client_credentials'] });
  await root.put('/organizations/acme/clients/boss/roles/owner');
  const owner = await Admin.of(one, `${one.issuer}/o/acme`, { id: 'boss', secret: boss.json.client_secret });
  const ada = await owner.post('/users', { email: 'ada@acme.example', email_verified: true, name: 'Ada Lovelace', password: PASSWORD });
  const issuer = `${one.issuer}/o/acme`;
  const request = authorization(issuer, 'web', CALLBACK);
  const { json } = await redeem(issuer, request, await signIn(new Browser(), request, { email: 'ada@acme.example', password: PASSWORD }));

  const began = performance.now();
  multiply(postgres, ada.json.id);
  checks.figure(`${PEOPLE} people, ${ORGANIZATIONS} organizations and ${SESSIONS} sessions made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  for (const setting of EXPLAINED) postgres.sql(`ALTER SYSTEM SET ${setting.replace('=', ' = ')}`);
  postgres.sql('SELECT pg_reload_conf()');

  await lists(checks, postgres, one, { root, owner });
  await theEndOfAll(checks, { one, other, owner, issuer, token: json.access_token });
}

/** Copies of what was made by the API, so that every column has something that the server itself would write. */
function multiply(postgres, person) {
  const copies = (table, where, count, changes) =>
    `INSERT INTO ${table} SELECT copy.* FROM (SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${where} LIMIT 1) AS it, generate_series(1, ${count}) AS n,
      LATERAL jsonb_populate_record(NULL::${table}, it.row || ${changes}) AS copy`;
  const id = (prefix) => `('${prefix}' || lpad(to_hex(n), 8, '0'))::uuid`;
  postgres.sql(copies('app_user', `user_id = '${person}'`, PEOPLE, `jsonb_build_object('user_id', ${id('01990000-0000-7000-8000-0000')}, 'username', 'p' || n, 'username_canonical', 'p' || n,
    'email', 'p' || n || '@acme.example', 'email_canonical', 'p' || n || '@acme.example', 'name', 'Person ' || n)`));
  postgres.sql(`INSERT INTO user_token (org_id, token, user_id) SELECT u.org_id, word, u.user_id FROM app_user u, LATERAL (VALUES (u.username_canonical), (u.email_canonical), ('person'), (substr(u.username_canonical, 2))) AS words (word)
    WHERE u.user_id <> '${person}' AND u.username_canonical IS NOT NULL ON CONFLICT DO NOTHING`);
  postgres.sql(copies('organization', `slug = 'acme'`, ORGANIZATIONS, `jsonb_build_object('org_id', ${id('01990000-0000-7000-8000-0000')}, 'slug', 'o' || n, 'name', 'Organization ' || n)`));
  postgres.sql(copies('session', `user_id = '${person}'`, SESSIONS, `jsonb_build_object('session_id', ${id('01990000-0000-7000-8000-0000')}, 'token_hash', '\\x' || encode(sha256(n::text::bytea), 'hex'),
    'user_id', ('01990000-0000-7000-8000-0000' || lpad(to_hex(1 + n % ${PEOPLE}), 8, '0'))::uuid)`));
  postgres.sql('VACUUM ANALYZE');
}

/** Every list there is, with and without a search, some pages deep. */
async function lists(checks, postgres, server, { root, owner }) {
  const { paths } = await (await fetch(`${server.base}/openapi.json`)).json();
  const big = postgres.sql(`SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > ${BIG}`).split('\n');
  checks.ok(['app_user', 'user_token', 'session', 'organization'].every((table) => big.includes(table)), 'the big tables are big');
  const measured = [];
  for (const [path, { get }] of Object.entries(paths)) {
    const parameters = (get?.parameters ?? []).map((each) => each.name);
    if (!path.startsWith('/api/v1/admin') || !parameters.includes('limit') || path.includes('{')) continue;
    const admin = path.endsWith('/organizations') ? root : owner;
    const short = path.slice('/api/v1/admin'.length);
    const queries = ['', 'sort=-created_at', ...(parameters.includes('q') ? ['q=person', 'q=p1', 'q=p199999', 'q=nobody', 'q=person 77'] : [])];
    for (const query of queries) measured.push(await list(checks, postgres, admin, short, query, big));
  }
  checks.ok(measured.length >= 15, `there are lists and searches (${measured.length})`);
  measured.sort((a, b) => b.milliseconds - a.milliseconds);
  for (const each of measured.slice(0, 6)) checks.figure(`${each.milliseconds.toFixed(0)} ms, ${each.statements} statements: GET ${each.path}`);
}

async function list(checks, postgres, admin, path, query, big) {
  let cursor = '';
  let milliseconds = 0;
  let statements = 0;
  for (let page = 0; page < PAGES; page++) {
    const before = postgres.said().length;
    const began = performance.now();
    const answer = await admin.get(`${path}?limit=50&${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    milliseconds = Math.max(milliseconds, performance.now() - began);
    checks.equal(answer.status, 200, `GET ${path}?${query}`);
    const plans = postgres.said().slice(before);
    statements = Math.max(statements, (plans.match(/Query Text: /g) ?? []).length);
    const scanned = [...plans.matchAll(/Seq Scan on (\w+)/g)].map((match) => match[1]).filter((table) => big.includes(table));
    checks.ok(scanned.length === 0, `GET ${path}?${query} reads all of ${scanned}: ${scanned.length ? plans.slice(0, 2000) : ''}`);
    if (!(cursor = answer.json.next_cursor)) break;
  }
  checks.ok(statements >= 1, `the plans of ${path} were seen`);
  return { path: `${path}?${query}`, milliseconds, statements };
}

/** One million sessions end at once, on each server. */
async function theEndOfAll(checks, { one, other, owner, issuer, token }) {
  const there = issuer.replace(one.issuer, other.base);
  for (const at of [issuer, there]) checks.equal(await userinfo(at, token), 200, 'a session is alive');
  const began = performance.now();
  checks.equal((await owner.delete('/sessions')).status, 204, 'all sessions are ended');
  const took = performance.now() - began;
  for (const at of [issuer, there]) checks.equal(await userinfo(at, token), 401, 'and none is alive, on either server');
  checks.equal((await owner.get('/sessions')).json.items.length, 0, 'nor listed');
  checks.ok(took < 5000, `within five seconds (${took.toFixed(0)} ms)`);
  checks.figure(`${SESSIONS} sessions ended in ${took.toFixed(0)} ms`);
}
