import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { JAR, SERVICE, Postgres, Server, java, sleep } from '../lib/machine.mjs';

const GOAL_SECONDS = 1.5;
const GOAL_MIB = 180;
const RUNS = 5;
const SLACK = 3; // On a loaded machine a clock says little: only a multiple fails.

export default async function (checks) {
  const postgres = await Postgres.start(checks);
  const server = await Server.serve(checks, postgres);
  await server.stop();
  const cache = `${JAR}.aot`;
  checks.later(() => fs.rmSync(cache, { force: true }));
  await start(server, [`-XX:AOTCacheOutput=${cache}`]);
  const seconds = [];
  const mib = [];
  for (const options of [[], [`-XX:AOTCache=${cache}`, '-XX:AOTMode=auto']]) {
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await start(server, options));
    const median = (name) => runs.map((run) => run[name]).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
    checks.figure(`${options.length ? 'with' : 'without'} AOT cache: first token after ${median('seconds').toFixed(2)} s, ${median('cpu').toFixed(2)} s of CPU, ${median('mib').toFixed(0)} MiB at rest (medians of ${RUNS}; goals ${GOAL_SECONDS} s, ${GOAL_MIB} MiB)`);
    seconds.push(median('seconds'));
    mib.push(median('mib'));
  }
  checks.ok(Math.min(...seconds) <= GOAL_SECONDS * SLACK, `a start takes ${seconds}`);
  checks.ok(Math.min(...mib) <= GOAL_MIB * SLACK, `at rest ${mib} MiB`);
}

async function start(server, options) {
  const began = performance.now();
  const process_ = spawn(java(), ['--enable-native-access=ALL-UNNAMED', ...options, '-jar', JAR, 'serve'], { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...server.env }, stdio: 'ignore' });
  const gone = new Promise((resolve) => process_.once('exit', resolve));
  const authorization = `Basic ${Buffer.from(`${SERVICE.id}:${SERVICE.secret}`).toString('base64')}`;
  for (;;) {
    const status = await fetch(`${server.base}/oauth/token`, { method: 'POST', headers: { authorization }, body: new URLSearchParams({ grant_type: 'client_credentials' }) }).then((r) => r.status, () => 0);
    if (status === 200) break;
    if (performance.now() - began > 60_000) throw new Error('no token within a minute');
    await sleep(15);
  }
  const seconds = (performance.now() - began) / 1000;
  const ticks = fs.readFileSync(`/proc/${process_.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const cpu = (Number(ticks[11]) + Number(ticks[12])) / Number(execFileSync('getconf', ['CLK_TCK']));
  await sleep(2000);
  const mib = Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${process_.pid}/status`, 'utf8'))[1]) / 1024;
  process.kill(process_.pid, 'SIGTERM');
  await gone;
  return { seconds, cpu, mib };
}
