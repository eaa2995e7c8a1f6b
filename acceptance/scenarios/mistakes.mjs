import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { JAR, KEY, Postgres, Server, freePort, java } from '../lib/machine.mjs';

export default async function (checks) {
  const postgres = await Postgres.start(checks);
  const server = await Server.serve(checks, postgres);
  const fine = { RAMPART_DB_URL: postgres.url, RAMPART_ISSUER: 'http://127.0.0.1:1', RAMPART_ENCRYPTION_KEY: KEY, RAMPART_PORT: String(await freePort()) };
  const without = (name) => Object.fromEntries(Object.entries(fine).filter(([key]) => key !== name));

  told(checks, 'nothing is set', {}, ['RAMPART_ISSUER', 'RAMPART_DB_URL', 'RAMPART_ENCRYPTION_KEY']);
  for (const name of ['RAMPART_ISSUER', 'RAMPART_DB_URL', 'RAMPART_ENCRYPTION_KEY']) told(checks, `${name} is missing`, without(name), [name]);
  told(checks, 'a name is misspelled', { ...fine, RAMPART_ISUER: 'x' }, ['RAMPART_ISUER', 'did you mean RAMPART_ISSUER']);
  told(checks, 'the key is too short', { ...fine, RAMPART_ENCRYPTION_KEY: 'abc' }, ['RAMPART_ENCRYPTION_KEY', '64 hexadecimal']);
  told(checks, 'the key is another', { ...fine, RAMPART_ENCRYPTION_KEY: KEY.replaceAll('0', '1') }, ['RAMPART_ENCRYPTION_KEY'], 1);
  told(checks, 'the URL is none', { ...fine, RAMPART_DB_URL: 'mysql://x:secret@y/z' }, ['RAMPART_DB_URL'], 1, 'secret');
  told(checks, 'nobody listens there', { ...fine, RAMPART_DB_URL: `postgres://x:secret@127.0.0.1:${await freePort()}/rampart` }, ['RAMPART_DB_URL'], 1, 'secret');
  told(checks, 'the password is wrong', { ...fine, RAMPART_DB_URL: postgres.url.replace(':login@', ':secret@') }, ['password authentication failed'], 1, 'secret');
  told(checks, 'the port is taken', { ...fine, RAMPART_PORT: String(server.port) }, [String(server.port)], 1);
  told(checks, 'the issuer is plain http', { ...fine, RAMPART_ISSUER: 'http://id.example' }, ['RAMPART_ISSUER'], 1);
  told(checks, 'only half of a pair', { ...fine, RAMPART_BOOTSTRAP_CLIENT_ID: 'x' }, ['RAMPART_BOOTSTRAP_CLIENT_SECRET'], 1);
  told(checks, 'several at once', { ...fine, RAMPART_PORT: 'x', RAMPART_LOG_LEVEL: 'loud', RAMPART_ISSUER: 'nonsense' }, ['RAMPART_PORT', 'RAMPART_LOG_LEVEL', 'RAMPART_ISSUER'], 3);
  postgres.sql("INSERT INTO flyway_schema_history SELECT installed_rank + 100, '999', 'of tomorrow', type, 'V999__of_tomorrow.sql', checksum, installed_by, now(), 1, true FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
  told(checks, 'the schema is newer', fine, ['newer'], 1);

  const old = fs.readdirSync('/usr/lib/jvm').find((name) => /^java-1(7|\.17)/.test(name));
  if (old) told(checks, 'Java is old', fine, ['Java 25'], 1, undefined, `/usr/lib/jvm/${old}/bin/java`);
}

/** Starts and expects it to end by itself, saying these words in so many lines, without a stack trace. */
function told(checks, what, env, words, lines, secret, program = java()) {
  const { status, stderr, stdout } = spawnSync(program, ['-jar', JAR, 'serve'], { env: { PATH: process.env.PATH, ...env }, timeout: 60_000 });
  const said = stderr.toString().split('\n').filter((line) => line && !line.startsWith('WARNING:'));
  checks.figure(`${what}: ${said.join(' | ').slice(0, 200)}`);
  checks.ok(status !== 0 && status !== null, `${what}: ends with ${status}`);
  for (const word of words) checks.ok(said.some((line) => line.includes(word)), `${what}: says ${word}`);
  checks.equal(said.length, lines ?? words.filter((word) => word.startsWith('RAMPART_') && !word.includes(' ')).length, `${what}: lines`);
  checks.ok(!/^\s+at /m.test(stderr + stdout), `${what}: no stack trace`);
  if (secret) checks.ok(!(stderr.toString() + stdout).includes(secret), `${what}: does not repeat the password`);
}
