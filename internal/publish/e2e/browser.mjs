// The public pages in real Chromium. usage: node browser.mjs PLAN.json
// Prints one line a step; any “FAIL” makes the exit code 1.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';
import { runCases } from './cases.mjs';

const plan = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const BASE = 'https://ocop.example', NOW = Date.parse('2024-06-01T03:00:00Z');
let failures = 0, step = '';
const fail = text => { failures++; console.log(`FAIL ${step}: ${text}`); };
const is = (what, got, want) => { if (got !== want) fail(`${what} is ${JSON.stringify(got)}, want ${JSON.stringify(want)}`); };
const has = (what, text, part) => { if (!text.includes(part)) fail(`${what} lacks ${JSON.stringify(part)}: ${text.slice(0, 300)}`); };

const server = await serve(plan);
const browser = await chromium.launch({
  executablePath: plan.chromium, headless: true,
  args: ['--no-sandbox', '--ignore-certificate-errors', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${plan.video}`,
    `--host-resolver-rules=MAP *:443 127.0.0.1:${server.port}, MAP *:80 127.0.0.1:${server.plainPort}`],
});

// fresh gives a page of its own context; complaints of the page are failures.
async function fresh(options = {}) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block', locale: 'vi-VN', ...options });
  if (options.javaScriptEnabled !== false) await context.clock.setFixedTime(options.now || NOW);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', e => page.complaints.push(String(e)));
  page.on('console', m => { if (m.type() === 'error' && !/Failed to load resource/.test(m.text())) page.complaints.push(m.text()); });
  return page;
}
async function close(page, quiet = true) {
  if (quiet && page.complaints.length) fail('complaints: ' + page.complaints.join(' | '));
  await page.context().close();
}
async function axe(page) {
  const found = await page.evaluate(`(${axeSource.length ? 'async () => {' : ''} const module = undefined, exports = undefined; ${axeSource}; return (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 2).join(' '));})()`);
  if (found.length) fail('axe: ' + found.join('\n'));
}
async function wide(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) fail(`the page is ${over} px wider than the screen`);
}
async function shot(page, name) {
  if (!plan.shots) return;
  for (const [w, h] of [[360, 740], [1280, 800]]) {
    await page.setViewportSize({ width: w, height: h });
    await wide(page);
    await page.screenshot({ path: path.join(plan.shots, `${name}-${w}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 360, height: 740 });
}
const shown = page => page.evaluate(() => {
  const v = document.querySelector('#result .verdict');
  return { colour: v ? v.className : '', text: document.querySelector('#result').innerText, fields: document.querySelectorAll('#result dl.fields dd').length,
    reason: (document.querySelector('#result .reason') || {}).innerText || '' };
});
async function look(page, url) {
  await page.goto(url);
  await page.waitForSelector('body[data-done]', { timeout: 60000 });
  return shown(page);
}
const only = (process.env.STEPS || '').split(',').filter(Boolean);
async function part(name, run) {
  if (only.length && !only.includes(name)) return;
  step = name;
  const from = Date.now();
  try { await run(); } catch (e) { fail(e.stack || String(e)); }
  console.log(`${name} ${Date.now() - from} ms`);
}

await part('vectors', async () => {
  const page = await fresh();
  await page.goto(BASE + '/v/');
  const read = name => JSON.parse(fs.readFileSync(path.join(plan.vectors, name), 'utf8'));
  const files = fs.readdirSync(plan.vectors).filter(n => n.endsWith('.json') && n !== 'lists.json').map(read);
  const got = await page.evaluate(`(async () => { ${runCases.toString()}; return runCases(self, ${JSON.stringify(files)}, ${JSON.stringify(read('lists.json'))}); })()`);
  console.log(`${got.cases} vectors, ${got.failures.length} failures`);
  got.failures.forEach(fail);
  await close(page);
});

await part('outcomes', async () => {
  const common = await fresh();
  for (const c of plan.outcomes) {
    step = 'outcome ' + c.name;
    const own = c.now || c.block, page = own ? await fresh({ now: c.now ? Date.parse(c.now) : NOW }) : common;
    if (c.block) await page.route(new RegExp(c.block), r => r.abort());
    const o = await look(page, c.url);
    is('colour', o.colour, 'verdict ' + c.colour);
    has('answer', o.text, c.sentence);
    has('reason', o.reason, ': ' + c.reason);
    if (c.fields !== o.fields > 0) fail(`${o.fields} fields`);
    if (c.colour !== 'green' && /HỢP LỆ –/.test(o.text)) fail('says genuine');
    if (c.contains) has('answer', o.text, c.contains);
    if (await page.evaluate(() => !!document.querySelector('#result img, #result script'))) fail('markup from a certificate came alive');
    await axe(page);
    await shot(page, 'v-' + c.name);
    await page.click('#lang');
    await page.waitForFunction(() => document.documentElement.lang === 'en' && document.querySelector('#result .reason') && !/\u2026$/.test(document.querySelector('#result h1').innerText));
    has('English', (await shown(page)).text, c.english);
    if (c.name === 'G') await axe(page);
    await page.click('#lang');
    if (own) await close(page);
    else await page.goto('about:blank'); // a change of the fragment alone would load nothing
  }
  await close(common);
});

await part('start', async () => {
  const page = await fresh();
  await page.goto(BASE + '/v/');
  await page.waitForSelector('#start:not([hidden])');
  await axe(page);
  await shot(page, 'start');
  await page.goto(BASE + '/');
  await axe(page);
  await shot(page, 'root');
  await close(page);
});

await part('no javascript', async () => {
  const page = await fresh({ javaScriptEnabled: false });
  await page.goto(plan.genuine);
  const text = await page.innerText('main');
  has('page', text, 'JavaScript');
  has('page', text, '0213 000 000');
  if (/HỢP LỆ/.test(text)) fail('green without JavaScript');
  await page.screenshot({ path: path.join(plan.shots || plan.tmp, 'nojs-360.png') });
  await close(page);
});

await part('plain http', async () => {
  const page = await fresh();
  let o = await look(page, plan.genuine.replace('https:', 'http:'));
  has('address', page.url(), 'https://ocop.example/v/?LC-2023-2-005#');
  is('colour', o.colour, 'verdict green');
  await page.goto(plan.genuine.replace('https://ocop.example', 'http://10.0.0.7'));
  await page.waitForSelector('#result .verdict');
  o = await shown(page);
  is('colour', o.colour, 'verdict grey');
  has('answer', o.text, 'KHÔNG KIỂM TRA ĐƯỢC');
  is('link', await page.getAttribute('#result a', 'href'), plan.genuine);
  await axe(page);
  await shot(page, 'http');
  await close(page);
});

await part('another host', async () => {
  const page = await fresh();
  const o = await look(page, plan.genuine.replace('ocop.example', 'guong.test'));
  if (/green/.test(o.colour)) fail('green at another host');
  has('warning', await page.innerText('#place'), 'guong.test');
  await axe(page);
  await shot(page, 'other-host');
  await close(page);
});

await part('from a file', async () => {
  const page = await fresh();
  const o = await look(page, 'file://' + plan.site + '/v/index.html' + plan.genuine.slice(plan.genuine.indexOf('?')));
  is('colour', o.colour, 'verdict bluegrey');
  has('reason', o.reason, ': O');
  const r = await look(await fresh(), 'file://' + plan.site + '/v/index.html' + plan.revoked.slice(plan.revoked.indexOf('?')));
  has('reason', r.reason, ': R');
  await shot(page, 'file');
  await close(page);
});

await part('a cut fragment', async () => {
  const page = await fresh({ userAgent: 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/110 Mobile Safari/537.36 Zalo android/12100600' });
  const o = await look(page, plan.genuine.slice(0, plan.genuine.indexOf('#')) + '&utm_source=zalo');
  is('colour', o.colour, 'verdict grey');
  has('answer', o.text, 'MÃ BỊ CẮT');
  has('answer', o.text, 'Chè cổ thụ MẪU 5');
  is('link', await page.getAttribute('#result a', 'href'), 'quet.html');
  await close(page);
});

await part('a login page instead of lists', async () => {
  server.override['v/s/LC.bin'] = res => res.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><form>login</form>');
  const page = await fresh(), o = await look(page, plan.genuine);
  delete server.override['v/s/LC.bin'];
  is('colour', o.colour, 'verdict bluegrey');
  has('answer', o.text, 'CẢNH BÁO');
  await close(page);
  server.override['v/s/LC.bin'] = res => res.writeHead(500).end();
  const again = await fresh(), p = await look(again, plan.genuine);
  delete server.override['v/s/LC.bin'];
  has('reason', p.reason, ': O');
  await close(again);
});

await part('the proof stays here', async () => {
  server.requests.length = 0;
  const page = await fresh();
  await look(page, plan.genuine);
  const digits = plan.genuine.split('#')[1].slice(0, 40);
  if (server.requests.some(r => r.includes(digits))) fail('the digits reached the server');
  await close(page);
});

await part('scan', async () => {
  const page = await fresh({ permissions: ['camera'], viewport: { width: 1280, height: 800 } });
  await page.goto(BASE + '/v/quet.html');
  await axe(page);
  await shot(page, 'scan');
  const done = () => page.evaluate(() => Number(document.body.getAttribute('data-done') || 0));
  const after = async act => {
    const n = await done();
    await act();
    await page.waitForFunction(n => Number(document.body.getAttribute('data-done') || 0) > n, n, { timeout: 90000 });
    return shown(page);
  };
  step = 'scan: camera';
  let o = await after(() => page.click('#camera'));
  is('colour', o.colour, 'verdict green');
  if (await page.isVisible('#view')) fail('the camera still runs');
  await shot(page, 'scan-green');
  await axe(page);
  step = 'scan: picture';
  o = await after(() => page.setInputFiles('#file', plan.pictures.genuine));
  is('colour', o.colour, 'verdict green');
  step = 'scan: look-alike';
  o = await after(() => page.setInputFiles('#file', plan.pictures.lookalike));
  has('answer', o.text, 'KHÔNG PHẢI MÃ CỦA GIẤY CHỨNG NHẬN');
  has('answer', o.text, '0cop.example');
  is('address', page.url(), BASE + '/v/quet.html');
  await shot(page, 'scan-N');
  step = 'scan: two codes';
  await page.setInputFiles('#file', plan.pictures.two);
  await page.waitForSelector('#choice:not([hidden])', { timeout: 90000 });
  is('choices', await page.locator('#choices button').count(), 2);
  is('nothing shown yet', (await shown(page)).fields, 0);
  await axe(page);
  await shot(page, 'scan-two');
  o = await after(() => page.locator('#choices button').nth(0).click());
  is('colour', o.colour, 'verdict green');
  step = 'scan: no code';
  await after(() => page.setInputFiles('#file', plan.pictures.none));
  has('hint', await page.innerText('#hint'), 'Không thấy mã');
  step = 'scan: PDF';
  o = await after(() => page.setInputFiles('#file', plan.pictures.pdf));
  is('colour', o.colour, 'verdict green');
  step = 'scan: USB scanner';
  await page.fill('#typed', plan.genuine);
  o = await after(() => page.press('#typed', 'Enter'));
  is('colour', o.colour, 'verdict green');
  step = 'scan: altered';
  await page.fill('#typed', plan.altered);
  o = await after(() => page.press('#typed', 'Enter'));
  is('colour', o.colour, 'verdict red');
  is('fields', o.fields, 0);
  step = 'scan: Wi-Fi code';
  o = await after(() => page.setInputFiles('#file', plan.pictures.wifi));
  has('answer', o.text, 'KHÔNG PHẢI MÃ');
  step = 'scan: typed number';
  for (const [text, ok] of plan.typed) {
    await page.fill('#typed', text);
    o = await after(() => page.press('#typed', 'Enter'));
    if (ok) {
      has(text, o.text, 'Chè cổ thụ MẪU 5');
      is('colour', o.colour, 'verdict grey');
    } else is(text + ' fields', o.fields, 0);
  }
  await shot(page, 'scan-typed');
  step = 'scan: the strong decoder';
  await page.route('**/qr-decode.js', r => r.abort());
  await page.reload();
  await page.setInputFiles('#file', plan.pictures.genuine);
  await page.waitForSelector('#stronger:not([hidden])', { timeout: 90000 });
  o = await after(() => page.click('#stronger'));
  is('colour', o.colour, 'verdict green');
  await close(page);
});

await part('list', async () => {
  const page = await fresh();
  await page.goto(BASE + '/v/danh-sach.html');
  await page.waitForSelector('#rows li');
  has('count', await page.innerText('#count'), plan.count + ' giấy');
  is('first rows', await page.locator('#rows li').count(), 50);
  await page.fill('#query', 'che co thu mau 12');
  is('search without tones', await page.locator('#rows li').count(), 1);
  await page.fill('#query', 'LC-2023-2-001');
  has('revoked', await page.innerText('#rows'), 'Đã thu hồi');
  await page.fill('#query', '');
  await axe(page);
  await shot(page, 'list');
  await close(page);
});

await part('offline', async () => {
  const page = await fresh({ serviceWorkers: 'allow' });
  await look(page, plan.genuine);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async n => (await (await caches.open('ocop-1')).keys()).length > n, 270, { timeout: 60000 });
  step = 'offline: an older publication is not taken';
  server.dir = plan.older;
  let o = await look(page, plan.genuine.replace(/#/, '&x#'));
  is('colour', o.colour, 'verdict green');
  server.dir = plan.site;
  step = 'offline: the server is gone';
  await server.off();
  const other = await page.context().newPage();
  o = await look(other, plan.other);
  is('colour', o.colour, 'verdict green');
  has('answer', o.text, 'Chè cổ thụ MẪU 6');
  o = await look(await page.context().newPage(), plan.revoked);
  has('reason', o.reason, ': R');
  const scan = await page.context().newPage();
  await scan.goto(BASE + '/v/quet.html');
  await scan.setInputFiles('#file', plan.pictures.genuine);
  await scan.waitForSelector('#result .verdict.green', { timeout: 90000 });
  await close(page);
});

await browser.close();
await server.off().catch(() => {});
console.log(failures ? `${failures} failures` : 'all right');
process.exit(failures ? 1 : 0);
