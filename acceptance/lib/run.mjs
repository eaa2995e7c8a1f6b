// Runs scenarios one after the other and adds their counts up.
import { Checks } from './checks.mjs';

const SCENARIOS = {
  'openid-client': ['short', 'openid-client and jose complete every flow there is'],
  oauth4webapi: ['short', 'oauth4webapi validates every answer, for public and confidential clients'],
  'oidc-client-ts': ['long', 'oidc-client-ts signs a person in and out in Chromium, from another origin'],
  'spring-security': ['long', 'an application with Spring Security signs people in and out, and checks tokens for its API'],
  playground: ['short', 'a person signs in, in Chromium, and sees the tokens'],
  consent: ['short', 'a person is asked, in Chromium, what an application of somebody else may have'],
  logout: ['long', 'a person signs out once, in Chromium, and every application learns of it'],
  'redeem-race': ['short', 'two servers, one code, 64 clients; one form, 64 posts'],
  'rotate-race-short': ['short', 'rotate-race, with 20 rounds'],
  administration: ['short', 'the bootstrap client administers two organizations over HTTP alone, on two servers'],
  'day-in-the-life': ['short', 'owners are invited, people imported, roles made; helpdesk, auditor and strangers are held to theirs'],
  'hostile-input': ['short', 'redirect URI mutants go nowhere'],
  mistakes: ['short', 'what an operator gets wrong is told in one line'],
  throttle: ['short', 'guesses are counted exactly over two servers, and slow nobody else'],
  startup: ['short', 'how long a start takes, and how much memory'],
  'kill-short': ['short', 'kill, with two rounds each'],
  'rotate-race': ['long', 'two servers, one refresh token, 64 clients, 200 rounds: one successor, and reuse ends the family'],
  scale: ['long', '200,000 people, 10,000 organizations, a million sessions: plans, lists, searches, the end of all sessions'],
  kill: ['long', 'kill -9 of server and PostgreSQL, ten rounds each: nothing acknowledged is lost'],
};

const asked = process.argv.slice(2);
if (asked[0] === 'list') {
  for (const [name, [set, words]] of Object.entries(SCENARIOS)) console.log(`${name.padEnd(18)} ${set.padEnd(6)} ${words}`);
  process.exit(0);
}
const names =
  asked[0] === 'all'
    ? Object.keys(SCENARIOS).filter((name) => !name.endsWith('-short'))
    : asked.length > 0
      ? asked
      : Object.keys(SCENARIOS).filter((name) => SCENARIOS[name][0] === 'short');
let passed = 0;
let failed = 0;
for (const name of names) {
  if (!SCENARIOS[name]) {
    console.error(`no scenario ${name}; acceptance/run list names them`);
    process.exit(2);
  }
  console.log(`\n== ${name}: ${SCENARIOS[name][1]}`);
  const checks = new Checks();
  const began = Date.now();
  try {
    const { default: scenario } = await import(`../scenarios/${name}.mjs`);
    await scenario(checks);
  } catch (e) {
    checks.fail(`ended early: ${e.stack ?? e}`);
  } finally {
    await checks.cleanUp();
  }
  console.log(`${name}: ${checks.passed} passed, ${checks.failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  passed += checks.passed;
  failed += checks.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
