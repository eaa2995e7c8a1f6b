import { Browser, authorization, redeem, signIn, signInPage, userinfo } from '../lib/browser.mjs';
import { ADMIN, Postgres, Server, registerWebClient } from '../lib/machine.mjs';

const ROUNDS = 5;
const CLIENTS = 64;
const CALLBACK = 'http://127.0.0.1:9/cb';

export default async function (checks) {
  const postgres = await Postgres.start(checks);
  const one = await Server.serve(checks, postgres);
  const other = await Server.serve(checks, postgres, { RAMPART_ISSUER: one.issuer });
  registerWebClient(postgres, 'web', CALLBACK, CALLBACK);
  const servers = [one.base, other.base];
  for (let round = 1; round <= ROUNDS; round++) {
    await redeemTogether(checks, servers, round);
    await postTogether(checks, postgres, servers, round);
  }
}

async function redeemTogether(checks, servers, round) {
  const request = authorization(servers[0], 'web', CALLBACK);
  const code = await signIn(new Browser(), request, ADMIN);
  const began = performance.now();
  const replies = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => redeem(servers[i % 2], request, code)));
  const took = performance.now() - began;
  const won = replies.filter((reply) => reply.status === 200);
  const refused = replies.filter((reply) => reply.status === 400 && reply.json.error === 'invalid_grant');
  checks.figure(`round ${round}: ${won.length} of ${CLIENTS} got tokens, ${refused.length} invalid_grant, ${took.toFixed(0)} ms`);
  checks.equal(won.length, 1, 'one redemption succeeds');
  checks.equal(refused.length, CLIENTS - 1, 'all others are refused');
  for (const server of servers) checks.equal(await userinfo(server, won[0]?.json.access_token), 401, 'the replay revoked what the code gave');
}

async function postTogether(checks, postgres, servers, round) {
  const browser = new Browser();
  const page = await signInPage(browser, authorization(servers[0], 'web', CALLBACK));
  const before = Number(postgres.sql('SELECT count(*) FROM session'));
  const replies = await Promise.all(
    Array.from({ length: CLIENTS }, (_, i) =>
      browser.copy().post(page.action.replace(servers[0], servers[i % 2]), { username: ADMIN.email, password: ADMIN.password, csrf: page.csrf }),
    ),
  );
  const sessions = replies.filter((reply) => reply.headers.getSetCookie().some((cookie) => cookie.startsWith('rampart_session=')));
  const made = Number(postgres.sql('SELECT count(*) FROM session')) - before;
  const answers = [...new Set(replies.map((reply) => reply.status))].map((status) => `${replies.filter((reply) => reply.status === status).length} × ${status}`);
  checks.figure(`round ${round}: ${CLIENTS} posts of one form: ${made} session, ${sessions.length} session cookie (${answers.join(', ')})`);
  checks.equal(made, 1, 'one session is made');
  checks.equal(sessions.length, 1, 'one browser gets it');
  checks.ok(!replies.some((reply) => reply.status === 500), 'nothing breaks');
}
