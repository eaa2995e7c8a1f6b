import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { Server, TARGET } from '../lib/machine.mjs';

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENSHOTS = path.join(TARGET, 'screenshots');
const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'light', viewport: { width: 360, height: 740 } },
  { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  { colorScheme: 'light', viewport: { width: 320, height: 640 }, javaScriptEnabled: false },
];

export default async function (checks) {
  if (!PROGRAM) {
    checks.figure('skipped: there is no Chromium');
    if (process.env.CI === 'true') checks.fail('there must be one');
    return;
  }
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  const server = await Server.dev(checks);
  const said = server.said();
  const admin = { email: /E-mail\s+(\S+)/.exec(said)[1], password: /Password\s+(\S+)/.exec(said)[1] };
  const browser = await chromium.launch({ executablePath: PROGRAM, args: ARGUMENTS });
  checks.later(() => browser.close());
  for (const look of LOOKS) await visit(checks, browser, server, admin, look);
  checks.figure(`screenshots in ${SCREENSHOTS}`);
}

async function visit(checks, browser, server, admin, look) {
  const name = `${look.colorScheme}-${look.viewport.width}${look.javaScriptEnabled === false ? '-without-script' : ''}`;
  const context = await browser.newContext(look);
  const page = await context.newPage();
  page.on('console', (message) => {
    // The page that says that the password was wrong has the status 400, which Chromium notes by itself.
    if (message.type() === 'error' && !message.text().includes('status of 400')) checks.fail(`${name}: console: ${message.text()}`);
  });
  const see = (what) => seen(checks, page, `${name}-${what}`, look);

  await page.goto(`${server.issuer}/`);
  await see('home');
  await page.goto(`${server.issuer}/playground`);
  await see('playground');
  await page.click('button[type=submit]');
  await page.waitForSelector('input[name=username]');
  await see('sign-in');
  checks.equal(await page.evaluate(() => document.activeElement.name), 'username', `${name}: typing begins at the name`);
  await page.keyboard.type(admin.email);
  await page.fill('input[name=password]', 'wrong');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[role=alert]');
  await see('wrong-password');
  checks.equal(await page.inputValue('input[name=username]'), admin.email, `${name}: the name is kept`);
  checks.equal(await page.evaluate(() => document.activeElement.name), 'password', `${name}: typing goes on at the password`);
  await page.keyboard.type(admin.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/playground\/callback/);
  await see('tokens');
  const text = await page.textContent('body');
  for (const word of ['ID token', 'Access token', 'auth_time', server.issuer, admin.email]) checks.ok(text.includes(word), `${name}: the tokens show ${word}`);
  await page.goto(`${server.issuer}/login`);
  await see('signed-in');
  await page.goto(`${server.issuer}/logout`);
  await see('sign-out');
  await page.click('button[name=confirm]');
  await see('signed-out');
  await page.goto(`${server.issuer}/login`);
  checks.ok(await page.isVisible('input[name=password]'), `${name}: nobody is signed in any more`);
  await context.close();
}

async function seen(checks, page, name, look) {
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  checks.ok(overflow <= 0, `${name}: ${overflow} px wider than the window`);
  if (look.javaScriptEnabled === false) return;
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  checks.equal(violations.map((violation) => violation.id).join(', '), '', `${name}: axe`);
}
