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

/** Statements that wait for an answer, of a page of a list: who calls, and what is on it. */
const EXCHANGES = 2;

/** A statement may look at so many rows in vain: a few pages of them. */
const IN_VAIN = 2000;

/** What a node does by the clock falls into some windows; not into all of so many. */
const TRIES = 4;

/** What PostgreSQL is to log: the plan of every statement of the serving role, as it was run with the policies on. */
const EXPLAINED = ['auto_explain.log_min_duration=0', 'auto_explain.log_nested_statements=on', 'auto_explain.log_analyze=on', 'auto_explain.log_timing=off'];
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
  await multiply(postgres, ada.json.id);
  checks.figure(`${PEOPLE} people, ${ORGANIZATIONS} organizations and ${SESSIONS} sessions made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  for (const setting of EXPLAINED) postgres.sql(`ALTER SYSTEM SET ${setting.replace('=', ' = ')}`);
  postgres.sql('SELECT pg_reload_conf()');

  await lists(checks, postgres, one, { root, owner });
  await theEndOfAll(checks, { one, other, owner, issuer, token: json.access_token });
}

/** Copies of what was made by the API, so that every column has something that the server itself would write. */
async function multiply(postgres, person) {
  const copies = (table, where, count, changes) =>
    `INSERT INTO ${table} SELECT copy.* FROM (SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${where} LIMIT 1) AS it, generate_series(1, ${count}) AS n,
      LATERAL jsonb_populate_record(NULL::${table}, it.row || ${changes}) AS copy`;
  const id = (prefix) => `('${prefix}' || lpad(to_hex(n), 8, '0'))::uuid`;
  await postgres.slowly(copies('app_user', `user_id = '${person}'`, PEOPLE, `jsonb_build_object('user_id', ${id('01990000-0000-7000-8000-0000')}, 'username', 'p' || n, 'username_canonical', 'p' || n,
    'email', 'p' || n || '@acme.example', 'email_canonical', 'p' || n || '@acme.example', 'name', 'Person ' || n)`));
  await postgres.slowly(`INSERT INTO user_token (org_id, token, user_id) SELECT u.org_id, word, u.user_id FROM app_user u, LATERAL (VALUES (u.username_canonical), (u.email_canonical), ('person'), (substr(u.username_canonical, 2))) AS words (word)
    WHERE u.user_id <> '${person}' AND u.username_canonical IS NOT NULL ON CONFLICT DO NOTHING`);
  await postgres.slowly(copies('organization', `slug = 'acme'`, ORGANIZATIONS, `jsonb_build_object('org_id', ${id('01990000-0000-7000-8000-0000')}, 'slug', 'o' || n, 'name', 'Organization ' || n)`));
  await postgres.slowly(copies('session', `user_id = '${person}'`, SESSIONS, `jsonb_build_object('session_id', ${id('01990000-0000-7000-8000-0000')}, 'token_hash', '\\x' || encode(sha256(n::text::bytea), 'hex'),
    'user_id', ('01990000-0000-7000-8000-0000' || lpad(to_hex(1 + n % ${PEOPLE}), 8, '0'))::uuid)`));
  await postgres.slowly('VACUUM ANALYZE');
}

/** Every list there is, with and without a search, some pages deep. */
async function lists(checks, postgres, server, { root, owner }) {
  const { paths } = await (await fetch(`${server.base}/openapi.json`)).json();
  const big = postgres.sql(`SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > ${BIG}`).split('\n');
  checks.ok(['app_user', 'user_token', 'session', 'organization'].every((table) => big.includes(table)), 'the big tables are big');
  const measured = [];
  for (const [path, { get }] of Object.entries(paths)) {
    const parameters = new Map((get?.parameters ?? []).map((each) => [each.name, each.schema]));
    if (!path.startsWith('/api/v1/admin') || !parameters.has('limit') || path.includes('{')) continue;
    const admin = path.endsWith('/organizations') ? root : owner;
    const short = path.slice('/api/v1/admin'.length);
    const words = parameters.has('q') ? ['person', 'p1', 'p199999', 'o77', 'nobody', 'person 77'] : [];
    const sorts = parameters.get('sort').enum;
    const queries = [...sorts.map((sort) => `sort=${sort}`), ...words.map((word) => `q=${word}`), ...(words.length ? sorts.map((sort) => `sort=${sort}&q=person`) : [])];
    for (const query of queries) measured.push(await list(checks, postgres, admin, `${short}?limit=50&${query}`, big));
  }
  for (const [kind, of] of [['list', (each) => !each.path.includes('q=')], ['search', (each) => each.path.includes('q=')]]) {
    const slowest = measured.filter(of).sort((a, b) => b.milliseconds - a.milliseconds);
    checks.ok(slowest.length >= 8, `there are some of the kind ${kind} (${slowest.length})`);
    for (const each of slowest.slice(0, 4)) checks.figure(`${kind}: ${each.milliseconds.toFixed(0)} ms, ${each.exchanges} exchanges, ${each.vain} rows in vain: GET ${each.path}`);
  }
}

/** Some pages of a list. The slowest of them counts. */
async function list(checks, postgres, admin, path, big) {
  const worst = { path, milliseconds: 0, exchanges: 0, vain: 0 };
  let cursor = '';
  for (let page = 0; page < PAGES; page++) {
    const { answer, milliseconds, plans } = await watched(checks, postgres, admin, path + (cursor && `&cursor=${encodeURIComponent(cursor)}`));
    const text = plans.join('');
    const scanned = [...text.matchAll(/Seq Scan on (\w+)/g)].map((match) => match[1]).filter((table) => big.includes(table));
    checks.ok(scanned.length === 0, `GET ${path} reads all of ${scanned}: ${scanned.length ? steps(text) : ''}`);
    const vain = inVain(text);
    checks.ok(vain <= IN_VAIN, `GET ${path} looks at ${vain} rows in vain: ${vain > IN_VAIN ? steps(text) : ''}`);
    checks.ok(plans.length >= 1 && plans.length <= EXCHANGES, `GET ${path} takes ${plans.length} exchanges: ${plans.map((plan) => plan.slice(0, 90))}`);
    worst.milliseconds = Math.max(worst.milliseconds, milliseconds);
    worst.exchanges = Math.max(worst.exchanges, plans.length);
    worst.vain = Math.max(worst.vain, vain);
    if (!(cursor = answer.json.next_cursor)) break;
  }
  return worst;
}

/** One call with the plans of its statements, in the quietest of some tries: what else a server does meanwhile is logged, too. */
async function watched(checks, postgres, admin, path) {
  let quietest;
  for (let i = 0; i < TRIES && !(quietest?.plans.length <= EXCHANGES); i++) {
    const before = postgres.saidBytes();
    const began = performance.now();
    const answer = await admin.get(path);
    const milliseconds = performance.now() - began;
    checks.equal(answer.status, 200, `GET ${path}`);
    const plans = postgres.said(before).split('Query Text: ').slice(1).filter((plan) => !/^\s*SELECT set_config/i.test(plan));
    if (!quietest || plans.length < quietest.plans.length) quietest = { answer, milliseconds, plans };
  }
  return quietest;
}

/** The plans alone, without their statements. */
const steps = (plans) => plans.split('\n').filter((line) => /actual rows|Cond:|Filter:|Removed/.test(line)).map((line) => `\n${line.slice(0, 160)}`).join('');

/** Rows that were read and thrown away, over all turns of a node. */
function inVain(plans) {
  let most = 0;
  let loops = 1;
  for (const line of plans.split('\n')) {
    loops = Number(/actual rows=\S+ loops=(\d+)/.exec(line)?.[1] ?? loops);
    most = Math.max(most, loops * Number(/Rows Removed by [\w ]+: (\d+)/.exec(line)?.[1] ?? 0));
  }
  return most;
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
