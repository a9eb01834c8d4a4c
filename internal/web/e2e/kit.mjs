// What every story needs: a browser whose complaints are failures, axe, screenshots.
import fs from 'node:fs';
import path from 'node:path';
import { AsyncLocalStorage } from 'node:async_hooks';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const telling = new AsyncLocalStorage(); // the story that is told
const people = new Map(); // the browser contexts of each story
const step = () => telling.getStore() || '';
export const DEADLINE = Number(process.env.DEADLINE) || 120000; // a busy machine is slow, not wrong
export const state = { failures: 0, pages: 0 };
export const fail = (text, story = step()) => { state.failures++; console.log(`FAIL ${story}: ${text}`); };
export const is = (what, got, want) => { if (got !== want) fail(`${what} is ${JSON.stringify(got)}, want ${JSON.stringify(want)}`); };
export const has = (what, text, part) => { if (!String(text).includes(part)) fail(`${what} lacks ${JSON.stringify(part)}: ${String(text).slice(0, 400)}`); };

// tell runs the stories, some at a time, each in a folder of its own.
export async function tell(plan, stories, atOnce) {
  const only = (process.env.STEPS || '').split(',').filter(Boolean);
  const queue = stories.map((s, i) => ({ ...s, dir: path.join(plan.dir, String(i)) })).filter(s => !only.length || only.includes(s.name));
  const one = async () => {
    for (let s = queue.shift(); s; s = queue.shift()) {
      const began = Date.now();
      await telling.run(s.name, async () => {
        fs.mkdirSync(s.dir);
        const place = { dir: s.dir, env: s.env };
        try {
          place.o = await office(plan, s.dir, s.env);
          await s.tell(place);
        } catch (e) { fail(String(e.stack || e).slice(0, 900)); }
        // a page that still loads its last picture must not complain that the office is gone
        for (const context of people.get(s.name) || []) await context.close();
        if (place.other) await place.other.end();
        if (place.o) await place.o.end('SIGKILL');
      });
      console.log(`${s.name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

// office starts the program's pages on a folder and waits for its address.
export async function office(plan, dir, env = {}) {
  const child = spawn(plan.server, plan.args || [], { env: { ...process.env, OCOPRINT_WEB_OFFICE: dir, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    let seen = '';
    child.stdout.on('data', data => { seen += data; const m = seen.match(/https?:\/\/127\.0\.0\.1:\d+\S*/); if (m) resolve(m[0]); });
    child.on('exit', code => reject(new Error(`the office ended with ${code}: ${seen}`)));
  });
  return { url, origin: new URL(url).origin, child, end: signal => ended(child, signal) };
}

// ended ends a program of ours, once.
const ended = (child, signal = 'SIGTERM') => child.exitCode !== null || child.signalCode ? null : new Promise(done => { child.on('exit', done); child.kill(signal); });

// holder is another program that holds the register of a folder.
export async function holder(plan, dir) {
  const child = spawn(plan.server, plan.args || [], { env: { ...process.env, OCOPRINT_WEB_HOLD: dir }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', data => { if (String(data).includes('held')) resolve(); });
    child.on('exit', code => reject(new Error(`the holder ended with ${code}`)));
  });
  return { end: () => ended(child) };
}

export const launch = plan => chromium.launch({ executablePath: plan.chromium, headless: true, args: ['--no-sandbox', '--disable-gpu', '--lang=vi'] });

// person is a browser context of its own; what its pages complain about, and
// any request to somewhere else, is a failure.
export async function person(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN', acceptDownloads: true, ...options });
  context.setDefaultTimeout(DEADLINE);
  const story = step();
  people.set(story, [...people.get(story) || [], context]);
  context.on('page', page => watch(page, story));
  return context.newPage();
}
function watch(page, story) {
  page.expectedErrors = 0;
  page.on('pageerror', e => { if (!page.officeKilled) fail('script: ' + e, story); });
  page.on('console', m => {
    if (m.type() !== 'error' || page.officeKilled) return; // what it was loading cannot come
    if (/status of (4|5)\d\d/.test(m.text()) && page.expectedErrors > 0) { page.expectedErrors--; return; }
    fail(`console on ${page.url()}: ${m.text()}`, story);
  });
  page.on('request', r => { if (!/^(http:\/\/127\.0\.0\.1[:/]|data:|blob:)/.test(r.url())) fail('external request ' + r.url(), story); });
}

// follow presses what leads to another page, and is there when it is loaded.
export const follow = (page, at) => Promise.all([page.waitForNavigation(), page.locator(at).first().click()]);

// look checks one page: axe, width at both sizes, a screenshot where asked.
export async function look(page, plan, name) {
  state.pages++;
  for (const [width, height] of [[360, 740], [1366, 768]]) {
    await page.setViewportSize({ width, height });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) fail(`${name} is ${over} px wider than ${width}`);
    if (plan.shots) await page.screenshot({ path: path.join(plan.shots, `${name}-${width}.png`), fullPage: true });
  }
  if (!await page.evaluate(() => window.axe)) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | ')));
  for (const f of found) fail(`${name} axe ${f}`);
}
