// Looks at pages as people do: in Chromium, at every width and in every light, with axe.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { TARGET } from './machine.mjs';

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const SCREENSHOTS = path.join(TARGET, 'screenshots');
export const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'light', viewport: { width: 360, height: 740 } },
  { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  { colorScheme: 'light', viewport: { width: 320, height: 640 }, javaScriptEnabled: false },
];

/** A browser, or nothing where there is none: then the scenario is skipped, which fails in CI. */
export async function launch(checks) {
  if (!PROGRAM) {
    checks.figure('skipped: there is no Chromium');
    if (process.env.CI === 'true') checks.fail('there must be one');
    return undefined;
  }
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  const browser = await chromium.launch({ executablePath: PROGRAM, args: ARGUMENTS });
  checks.later(() => browser.close());
  return browser;
}

export function nameOf(look) {
  return `${look.colorScheme}-${look.viewport.width}${look.javaScriptEnabled === false ? '-without-script' : ''}`;
}

/** Takes a picture, and finds what is too wide or hard to use. */
export async function seen(checks, page, name, look) {
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  checks.ok(overflow <= 0, `${name}: ${overflow} px wider than the window`);
  if (look.javaScriptEnabled === false) return;
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  checks.equal(violations.map((violation) => violation.id).join(', '), '', `${name}: axe`);
}
