import { Browser, authorization, signInPage } from '../lib/browser.mjs';
import { ADMIN, Postgres, Server, registerWebClient, sleep } from '../lib/machine.mjs';

const CALLBACK = 'http://127.0.0.1:9/cb';
const FREE = 5;
const GUESSES = 64;

export default async function (checks) {
  const postgres = await Postgres.start(checks);
  const one = await Server.serve(checks, postgres, { RAMPART_TRUSTED_PROXIES: '127.0.0.1/32' });
  const other = await Server.serve(checks, postgres, { RAMPART_TRUSTED_PROXIES: '127.0.0.1/32', RAMPART_ISSUER: one.issuer });
  registerWebClient(postgres, 'web', CALLBACK, CALLBACK);

  const first = await guesser(one, '203.0.113.1');
  for (let i = 1; i <= FREE; i++) checks.equal((await first('wrong')).status, 400, `wrong password ${i} is looked at`);
  const slowed = await first('wrong');
  checks.equal(slowed.status, 429, 'the next one is not');
  checks.ok(Number(slowed.headers.get('retry-after')) >= 1, 'and says when to come again');
  checks.equal((await first(ADMIN.password)).status, 429, 'nor is the right one meanwhile');
  const elsewhere = await guesser(other, '203.0.113.2');
  checks.equal((await elsewhere(ADMIN.password)).status, 303, 'another network is not slowed');
  await sleep(1100);
  checks.equal((await first(ADMIN.password)).status, 303, 'the right one works after the delay');

  const pages = await Promise.all(Array.from({ length: GUESSES }, (_, i) => guesser(i % 2 ? one : other, '203.0.113.9')));
  const replies = await Promise.all(pages.map((guess, i) => guess(i % 2 ? 'wrong' : 'also wrong', i % 3 ? ADMIN.email : ADMIN.email.toUpperCase())));
  const looked = replies.filter((reply) => reply.status === 400).length;
  checks.figure(`${GUESSES} guesses at once over two servers: ${looked} verified, ${replies.filter((reply) => reply.status === 429).length} slowed`);
  checks.equal(looked, FREE, 'exactly the free ones are verified');
}

/** Opens a sign-in page from a network, and guesses at its form. */
async function guesser(server, ip) {
  const browser = new Browser({ 'x-forwarded-for': ip });
  const page = await signInPage(browser, authorization(server.base, 'web', CALLBACK));
  return (password, email = ADMIN.email) => browser.post(page.action, { username: email, password, csrf: page.csrf });
}
