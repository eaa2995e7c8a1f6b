import { LOOKS, SCREENSHOTS, launch, nameOf, seen } from '../lib/chromium.mjs';
import { Server } from '../lib/machine.mjs';

export default async function (checks) {
  const browser = await launch(checks);
  if (!browser) return;
  const server = await Server.dev(checks);
  const said = server.said();
  const admin = { email: /E-mail\s+(\S+)/.exec(said)[1], password: /Password\s+(\S+)/.exec(said)[1] };
  for (const look of LOOKS) await visit(checks, browser, server, admin, look);
  checks.figure(`screenshots in ${SCREENSHOTS}`);
}

async function visit(checks, browser, server, admin, look) {
  const name = nameOf(look);
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
