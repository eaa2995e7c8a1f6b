// PostgreSQL and Rampart as processes. Everything listens on loopback, and is ended by its process id.
import { execFile, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.resolve(HERE, '../..');
export const JAR = path.join(ROOT, 'rampart-server/target/rampart.jar');
export const TARGET = path.join(ROOT, 'acceptance/target');
export const KEY = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
export const ADMIN = { email: 'ada@acceptance.example', password: 'correct horse battery staple' };
export const SERVICE = { id: 'acceptance', secret: 'a-secret-of-the-acceptance-run' };
const PG = '/usr/lib/postgresql/15/bin';

fs.mkdirSync(TARGET, { recursive: true });

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(what, milliseconds, condition) {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error(`${what}: not within ${milliseconds} ms`);
}

export function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export function java() {
  return execFileSync('sh', ['-c', '. .mvn/find-jdk.sh; find_jdk java >/dev/null && echo "$jdk"'], { cwd: ROOT }).toString().trim() + '/bin/java';
}

const isRoot = process.getuid() === 0;
const asPostgres = (command) => (isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command] : command);

/** A durable PostgreSQL 15 of our own. */
export class Postgres {
  /** @param settings more of PostgreSQL's, such as `shared_buffers=1GB` */
  static async start(checks, settings = []) {
    if (!fs.existsSync(PG)) throw new Error(`needs PostgreSQL 15 in ${PG}: apt-get install postgresql-15`);
    const postgres = new Postgres();
    postgres.settings = settings.flatMap((each) => ['-c', each]);
    postgres.home = fs.mkdtempSync(path.join(os.tmpdir(), 'rampart-acceptance-'));
    fs.chmodSync(postgres.home, 0o755);
    postgres.data = path.join(postgres.home, 'data');
    fs.mkdirSync(postgres.data, { mode: 0o700 });
    fs.writeFileSync(path.join(postgres.home, 'pw'), 'superuser');
    if (isRoot) execFileSync('chown', ['-R', 'postgres', postgres.home]);
    const init = asPostgres([`${PG}/initdb`, '-D', postgres.data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${postgres.home}/pw`, '-E', 'UTF8', '--locale=C']);
    execFileSync(init[0], init.slice(1), { stdio: 'pipe' });
    postgres.port = await freePort();
    await postgres.up();
    checks.later(() => postgres.remove());
    postgres.sql('CREATE ROLE rampart_login LOGIN CREATEROLE PASSWORD \'login\'', 'postgres');
    postgres.sql('CREATE DATABASE rampart OWNER rampart_login', 'postgres');
    return postgres;
  }

  get url() {
    return `postgres://rampart_login:login@127.0.0.1:${this.port}/rampart`;
  }

  async up() {
    const command = asPostgres([`${PG}/postgres`, '-D', this.data, '-p', String(this.port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=100', ...this.settings]);
    const log = fs.openSync(path.join(this.home, 'log'), 'a');
    this.process = spawn(command[0], command.slice(1), { stdio: ['ignore', log, log] });
    await until('PostgreSQL answers', 30_000, () => this.answers());
  }

  answers() {
    try {
      this.sql('SELECT 1', 'postgres');
      return true;
    } catch {
      return false;
    }
  }

  /** As the superuser; rows as lines. */
  sql(text, database = 'rampart') {
    return execFileSync('psql', this.#arguments(text, database), { env: this.#environment(), stdio: ['ignore', 'pipe', 'pipe'] }).toString().trim();
  }

  /** The same for what takes long: meanwhile connections that the other side closes are noticed. */
  async slowly(text, database = 'rampart') {
    const { stdout } = await promisify(execFile)('psql', this.#arguments(text, database), { env: this.#environment(), maxBuffer: 1 << 26 });
    return stdout.trim();
  }

  #arguments(text, database) {
    return ['-XAtq', '-h', '127.0.0.1', '-p', String(this.port), '-U', 'postgres', '-d', database, '-v', 'ON_ERROR_STOP=1', '-c', text];
  }

  #environment() {
    return { ...process.env, PGPASSWORD: 'superuser', PGCONNECT_TIMEOUT: '5' };
  }

  /** What it has logged so far, from that byte on. */
  said(from = 0) {
    const log = fs.openSync(path.join(this.home, 'log'), 'r');
    try {
      const text = Buffer.alloc(Math.max(0, fs.fstatSync(log).size - from));
      return text.toString('utf8', 0, fs.readSync(log, text, 0, text.length, from));
    } finally {
      fs.closeSync(log);
    }
  }

  /** How many bytes it has logged so far. */
  saidBytes() {
    return fs.statSync(path.join(this.home, 'log')).size;
  }

  /** As a power failure would: no shutdown, no checkpoint. Its children notice and go, too. */
  async kill9() {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    process.kill(this.process.pid, 'SIGKILL');
    await gone;
    await until('its children have gone', 15_000, () => !this.answers());
  }

  async remove() {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const gone = new Promise((resolve) => this.process.once('exit', resolve));
      process.kill(this.process.pid, 'SIGINT');
      await gone;
    }
    fs.rmSync(this.home, { recursive: true, force: true });
  }
}

/** One server process. */
export class Server {
  static async serve(checks, postgres, env = {}) {
    const port = env.RAMPART_PORT ? Number(env.RAMPART_PORT) : await freePort();
    const server = new Server('serve', {
      RAMPART_DB_URL: postgres.url,
      RAMPART_ISSUER: `http://127.0.0.1:${port}`,
      RAMPART_ENCRYPTION_KEY: KEY,
      RAMPART_PORT: String(port),
      RAMPART_BOOTSTRAP_ADMIN_EMAIL: ADMIN.email,
      RAMPART_BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
      RAMPART_BOOTSTRAP_CLIENT_ID: SERVICE.id,
      RAMPART_BOOTSTRAP_CLIENT_SECRET: SERVICE.secret,
      RAMPART_RATE_LIMIT_LOGIN: '0',
      RAMPART_RATE_LIMIT_TOKEN: '0',
      ...env,
    });
    checks.later(() => server.stop());
    await server.up();
    return server;
  }

  static async dev(checks, env = {}) {
    const port = await freePort();
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'rampart-dev-'));
    const server = new Server('dev', { RAMPART_PORT: String(port), RAMPART_DATA_DIR: home, ...env });
    checks.later(() => fs.rmSync(home, { recursive: true, force: true }));
    checks.later(() => server.stop());
    await server.up();
    return server;
  }

  constructor(verb, env) {
    this.verb = verb;
    this.env = env;
    this.port = Number(env.RAMPART_PORT);
    this.base = `http://127.0.0.1:${this.port}`;
    this.issuer = env.RAMPART_ISSUER ?? `http://localhost:${this.port}`;
    this.log = path.join(TARGET, `${verb}-${this.port}.log`);
  }

  async up() {
    const log = fs.openSync(this.log, 'a');
    this.process = spawn(java(), ['--enable-native-access=ALL-UNNAMED', '-jar', JAR, this.verb], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...this.env },
      stdio: ['ignore', log, log],
    });
    await until(`${this.verb} is ready (see ${this.log})`, 60_000, () => {
      if (this.process.exitCode !== null) throw new Error(`${this.verb} ended: ${this.said().slice(-500)}`);
      return this.isReady();
    });
  }

  said() {
    return fs.readFileSync(this.log, 'utf8');
  }

  async isReady() {
    try {
      return (await fetch(`${this.base}/readyz`, { signal: AbortSignal.timeout(3000) })).status === 200;
    } catch {
      return false;
    }
  }

  async kill9() {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    process.kill(this.process.pid, 'SIGKILL');
    await gone;
  }

  async stop() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    process.kill(this.process.pid, 'SIGTERM');
    await gone;
  }
}

/** Registers an application in the database: there is no API for it yet. */
export function registerWebClient(postgres, id, redirectUri, afterLogout) {
  postgres.sql(`
    INSERT INTO client (org_id, client_id, client_name, token_endpoint_auth_method, grant_types, redirect_uris,
      post_logout_redirect_uris, scope, id_token_signed_response_alg, access_token_signed_response_alg, enabled, version, created_at)
    SELECT org_id, '${id}', 'Acceptance', 'none', '{authorization_code}', '{${redirectUri}}', '{${afterLogout}}',
      'openid profile email', 'RS256', 'ES256', true, 1, now() FROM organization WHERE slug = 'default'`);
}
