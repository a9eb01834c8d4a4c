// What every story needs: a browser whose complaints are failures, axe, screenshots.
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const state = { failures: 0, step: '', pages: 0 };
export const fail = text => { state.failures++; console.log(`FAIL ${state.step}: ${text}`); };
export const is = (what, got, want) => { if (got !== want) fail(`${what} is ${JSON.stringify(got)}, want ${JSON.stringify(want)}`); };
export const has = (what, text, part) => { if (!String(text).includes(part)) fail(`${what} lacks ${JSON.stringify(part)}: ${String(text).slice(0, 400)}`); };

// office starts the program's pages on a folder and waits for its address.
export async function office(plan, dir, env = {}) {
  const child = spawn(plan.server, plan.args || [], { env: { ...process.env, OCOPRINT_WEB_OFFICE: dir, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    let seen = '';
    child.stdout.on('data', data => { seen += data; const m = seen.match(/https?:\/\/127\.0\.0\.1:\d+\S*/); if (m) resolve(m[0]); });
    child.on('exit', code => reject(new Error(`the office ended with ${code}: ${seen}`)));
  });
  return { url, origin: new URL(url).origin, child, end: signal => new Promise(done => { child.on('exit', done); child.kill(signal || 'SIGTERM'); }) };
}

export const launch = plan => chromium.launch({ executablePath: plan.chromium, headless: true, args: ['--no-sandbox', '--disable-gpu'] });

// person is a browser context of its own; what its pages complain about, and
// any request to somewhere else, is a failure.
export async function person(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN', acceptDownloads: true, ...options });
  context.setDefaultTimeout(30000);
  const page = await context.newPage();
  watch(page);
  return page;
}
export function watch(page) {
  page.expectedErrors = 0;
  page.on('pageerror', e => fail('script: ' + e));
  page.on('console', m => {
    if (m.type() !== 'error') return;
    if (/status of (4|5)\d\d/.test(m.text()) && page.expectedErrors > 0) { page.expectedErrors--; return; }
    fail('console: ' + m.text());
  });
  page.on('request', r => { if (!/^(http:\/\/127\.0\.0\.1[:/]|data:|blob:)/.test(r.url())) fail('external request ' + r.url()); });
}

// look checks one page: axe, width at both sizes, a screenshot where asked.
export async function look(page, plan, name) {
  state.pages++;
  const sizes = [[360, 740], [1366, 768]];
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) fail(`${name} is ${over} px wider than ${width}`);
    if (plan.shots) await page.screenshot({ path: path.join(plan.shots, `${name}-${width}.png`), fullPage: true });
  }
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | ')));
  for (const f of found) fail(`${name} axe ${f}`);
}
