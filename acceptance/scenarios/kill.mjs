import { Browser, authorization, redeem, signIn, userinfo } from '../lib/browser.mjs';
import { ADMIN, Postgres, Server, registerWebClient, sleep, until } from '../lib/machine.mjs';

const CALLBACK = 'http://127.0.0.1:9/cb';
const PEOPLE = 4;

export default (checks) => killed(checks, { rounds: 10, least: 200 });

/** Signs people in without a pause, and kills what serves them, over and over. */
export async function killed(checks, { rounds, least }) {
  const postgres = await Postgres.start(checks);
  const server = await Server.serve(checks, postgres, { RAMPART_ACCESS_TOKEN_TTL: '3600' });
  registerWebClient(postgres, 'web', CALLBACK, CALLBACK);
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) checks.equal(postgres.sql(`SHOW ${setting}`), 'on', setting);

  const acknowledged = [];
  let running = true;
  const people = Array.from({ length: PEOPLE }, async () => {
    while (running) await once(server, acknowledged).catch(() => sleep(100));
  });
  for (let round = 1; round <= rounds; round++) {
    await sleep(1500);
    await server.kill9();
    await server.up();
  }
  const whileServerDied = acknowledged.length;
  for (let round = 1; round <= rounds; round++) {
    await sleep(1500);
    await postgres.kill9();
    await postgres.up();
    const began = performance.now();
    await until('the same process is ready again', 10_000, () => server.isReady());
    checks.ok(true, 'ready again');
    checks.figure(`PostgreSQL killed, round ${round}: ready ${((performance.now() - began) / 1000).toFixed(1)} s after it was back`);
  }
  await until('enough sign-ins', 120_000, () => acknowledged.length >= least);
  running = false;
  await Promise.all(people);

  const lost = await missing(postgres, server, acknowledged);
  checks.figure(`${acknowledged.length} grants acknowledged (${whileServerDied} while the server was killed), ${lost.length} lost`);
  checks.ok(acknowledged.length >= least, `at least ${least} grants`);
  checks.equal(lost.length, 0, 'grants lost');
  const planted = { grant: '00000000-0000-7000-8000-000000000000', token: 'never issued' };
  checks.equal((await missing(postgres, server, [...acknowledged.slice(0, 1), planted])).length, 1, 'a planted early acknowledgement is found');
  for (const [what, query] of Object.entries(HALF_DONE)) checks.equal(postgres.sql(query), '0', what);
}

/** One sign-in, noted only when the token has arrived. */
async function once(server, acknowledged) {
  const request = authorization(server.issuer, 'web', CALLBACK);
  const code = await signIn(new Browser(), request, ADMIN);
  const { status, json } = await redeem(server.issuer, request, code);
  if (status !== 200) throw new Error(`token: ${status}`);
  const { jti } = JSON.parse(Buffer.from(json.access_token.split('.')[1], 'base64url'));
  acknowledged.push({ grant: jti.split('.')[0], token: json.access_token });
}

async function missing(postgres, server, acknowledged) {
  const there = new Set(
    postgres
      .sql(`SELECT g.grant_id FROM user_grant g JOIN authorization_code c USING (org_id, grant_id)
        JOIN audit_event a ON a.org_id = g.org_id AND a.type = 'token.issued' AND a.target_id = g.grant_id::text AND a.outcome = 'success'
        WHERE c.redeemed_at IS NOT NULL AND g.revoked_at IS NULL`)
      .split('\n'),
  );
  const lost = acknowledged.filter(({ grant }) => !there.has(grant));
  for (const { grant, token } of acknowledged.slice(-20)) {
    if (there.has(grant) && (await userinfo(server.issuer, token)) !== 200) lost.push({ grant });
  }
  return lost;
}

const HALF_DONE = {
  'codes redeemed without their event': `SELECT count(*) FROM authorization_code c WHERE redeemed_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM audit_event a WHERE a.type = 'token.issued' AND a.target_id = c.grant_id::text)`,
  'sessions without their event': `SELECT count(*) FROM session s WHERE NOT EXISTS (
      SELECT FROM audit_event a WHERE a.type = 'session.started' AND a.session_id = s.session_id AND a.outcome = 'success')`,
  'grants without a code or an event': `SELECT count(*) FROM user_grant g WHERE
      NOT EXISTS (SELECT FROM authorization_code c WHERE c.org_id = g.org_id AND c.grant_id = g.grant_id)
      OR NOT EXISTS (SELECT FROM audit_event a WHERE a.type = 'authorization.granted' AND a.session_id = g.session_id)`,
  'flows completed without a session': `SELECT count(*) FROM sign_in_flow f WHERE completed_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM session s WHERE s.org_id = f.org_id AND s.user_id = f.user_id)`,
};
