// The office pages in real Chromium, as a clerk uses them. usage: node browser.mjs PLAN.json
// One line a story; any “FAIL” makes the exit code 1.
import fs from 'node:fs';
import path from 'node:path';
import { fail, has, is, launch, look, office, person, state } from './kit.mjs';

const plan = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
if (plan.shots) fs.mkdirSync(plan.shots, { recursive: true });
const only = (process.env.STEPS || '').split(',').filter(Boolean);
const browser = await launch(plan);
let n = 0;

async function story(name, options, tell) {
  if (only.length && !only.includes(name)) return;
  state.step = name;
  const began = Date.now(), dir = path.join(plan.dir, String(++n));
  fs.mkdirSync(dir);
  const place = { dir, env: options.env, o: await office(plan, dir, options.env) };
  try { await tell(place); } catch (e) { fail(String(e.stack || e).slice(0, 900)); }
  await place.o.end('SIGKILL');
  console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
const sample = name => path.join(plan.samples, name);
const text = page => page.evaluate(() => document.body.innerText);
async function enter(place, options) {
  const page = await person(browser, options);
  await page.goto(place.o.url);
  return page;
}
async function drop(page, place, file) {
  await page.goto(place.o.origin + '/');
  await page.setInputFiles('#tep', file);
  await page.waitForURL(/\/tep\//); // choosing a file sends it
  return place.o.origin + new URL(page.url()).pathname;
}
async function issue(page, tep) {
  await page.goto(tep + '/du-kien');
  await page.click('form.issue button');
  await page.waitForURL(/giay-to/);
}
async function numbers(page, place) {
  await page.goto(place.o.origin + '/so?xep=cu');
  return page.$$eval('tbody tr td:first-child', cells => cells.map(c => c.innerText));
}
async function print(page, tep) {
  await page.goto(tep + '/giay-to');
  await page.click('form[action$="/in"] button');
  await page.waitForSelector('a[href$="tat-ca.zip"]', { timeout: 90000 });
  await page.waitForFunction(() => !document.querySelector('progress'), null, { timeout: 90000 });
}

await story('clean sample', {}, async place => {
  const page = await enter(place);
  is('the token left the address', new URL(page.url()).search, '');
  await look(page, plan, 'home-empty');
  const tep = await drop(page, place, sample('mau-phu-luc.xlsx'));
  await look(page, plan, 'reading');
  await page.goto(tep + '/du-kien');
  await page.waitForFunction(() => [...document.images].every(i => i.complete && i.naturalWidth > 0));
  await look(page, plan, 'draft');
  is('nothing issued before the step', (await numbers(page, place)).length, 0);
  await issue(page, tep);
  is('issued', (await numbers(page, place)).length, 10);
  await print(page, tep);
  await look(page, plan, 'papers');
  has('papers', await text(page), 'giay-chung-nhan.pdf');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="giay-chung-nhan.pdf"]')]);
  is('a PDF', fs.readFileSync(await file.path()).subarray(0, 5).toString(), '%PDF-');
  for (const [name, url] of [['register', '/so'], ['expiring', '/so/sap-het-han?ngay=1500'], ['statistics', '/so/thong-ke'], ['proposals', '/de-nghi'],
    ['settings', '/thiet-lap'], ['five-questions', '/thiet-lap/nam-cau'], ['plan-form', '/thiet-lap/conference'], ['keys', '/thiet-lap/khoa'], ['backups', '/thiet-lap/sao-luu'], ['users', '/thiet-lap/nguoi-dung'],
    ['conference', '/hoi-nghi'], ['guests', '/hoi-nghi/dai-bieu'], ['award-order', '/hoi-nghi/thu-tu'], ['display', '/hoi-nghi/trung-bay'], ['hand-over', '/hoi-nghi/trao'], ['attendance', '/hoi-nghi/diem-danh'], ['layouts', '/mau'], ['editor', '/mau/gcn-le-hoi/1']]) {
    await page.goto(place.o.origin + url);
    await look(page, plan, name);
  }
  await page.goto(place.o.origin + '/so?tim=mien+dong');
  await page.click('tbody a');
  await look(page, plan, 'certificate');
});

await story('messy sample', {}, async place => {
  const page = await enter(place);
  const tep = await drop(page, place, sample('mau-phu-luc-lon-xon.xlsx'));
  const before = (await page.goto(tep + '/du-kien'), await page.$$eval('section.previews ~ form, table tbody tr', r => r.length));
  await page.goto(tep);
  const question = page.locator('form.answer button[value=yes]').first();
  await question.click();
  await page.waitForSelector('.notice');
  has('the answer', await text(page), 'Đã ghi câu trả lời');
  await issue(page, tep);
  const got = await numbers(page, place);
  if (got.length < 9) fail(`only ${got.length} issued (${before} rows before)`);
  is('numbers are different', new Set(got).size, got.length);
});

await story('refused file', {}, async place => {
  const page = await enter(place);
  await drop(page, place, sample('mau-sai-tep.xlsx'));
  await look(page, plan, 'refused');
  has('the way out', await text(page), 'Cách xử lý');
});

await story('two tabs', {}, async place => {
  const page = await enter(place);
  const tep = await drop(page, place, sample('mau-phu-luc.xlsx'));
  const other = await page.context().newPage();
  await Promise.all([page.goto(tep + '/du-kien'), other.goto(tep + '/du-kien')]);
  await Promise.all([page.click('form.issue button'), other.click('form.issue button')]);
  await Promise.all([page.waitForLoadState(), other.waitForLoadState()]);
  const got = await numbers(page, place);
  is('issued once', got.length, 10);
  is('numbers are different', new Set(got).size, 10);
});

await story('killed in a batch', {}, async place => {
  let page = await enter(place);
  const tep = new URL(await drop(page, place, sample('mau-phu-luc.xlsx'))).pathname;
  await page.goto(place.o.origin + tep + '/du-kien');
  page.click('form.issue button').catch(() => {});
  await new Promise(done => setTimeout(done, 120));
  await place.o.end('SIGKILL');
  await page.context().close();
  place.o = await office(plan, place.dir, place.env);
  page = await enter(place);
  const between = (await numbers(page, place)).length;
  if (between !== 0 && between !== 10) fail(`${between} certificates after the kill: a batch is whole or not there`);
  if (between === 0) await issue(page, place.o.origin + tep);
  is('issued', (await numbers(page, place)).length, 10);
  await print(page, place.o.origin + tep);
});

await story('revoke with two people', { env: { OCOPRINT_WEB_ACCOUNTS: '1' } }, async place => {
  const as = async name => {
    const page = await person(browser);
    await page.goto(place.o.url);
    if (name === 'lan') await look(page, plan, 'login');
    await page.fill('input[name=ten]', name);
    await page.fill('input[name=mat-khau]', plan.password);
    await page.click('main form button');
    await page.waitForURL(place.o.origin + '/');
    return page;
  };
  const lan = await as('lan');
  await issue(lan, await drop(lan, place, sample('mau-phu-luc.xlsx')));
  await lan.goto(place.o.origin + '/so');
  await lan.click('tbody a');
  const cert = lan.url();
  await lan.click('#thu-hoi summary');
  for (const [field, value] of [['qd', '9/QĐ-UBND'], ['ngay-qd', '01/11/2024'], ['ly-do', 'vi phạm']]) await lan.fill(`#thu-hoi input[name=${field}]`, value);
  await lan.click('#thu-hoi form button');
  await lan.waitForSelector('.notice');
  has('the proposal', await text(lan), 'chờ người thứ hai');
  await look(lan, plan, 'certificate-waiting');
  is('lan cannot approve', await lan.locator('button[name=duyet]').count(), 0);
  const minh = await as('minh');
  await minh.goto(place.o.origin + '/de-nghi');
  await look(minh, plan, 'proposals-waiting');
  await minh.click('button[name=duyet]');
  await minh.waitForSelector('.state.revoked');
  has('both names', await text(minh), 'đề nghị: lan; duyệt: minh');
  await lan.goto(cert);
  is('revoked', await lan.locator('.state.revoked').count(), 1);
});

await story('language', {}, async place => {
  const page = await enter(place);
  await page.click('button[name=lang]');
  await page.waitForSelector('html[lang=en]');
  has('English', await text(page), 'Issue certificates');
  await look(page, plan, 'home-english');
  await page.click('button[name=lang]');
  await page.waitForSelector('html[lang=vi]');
});

await story('first run', { env: { OCOPRINT_WEB_EMPTY: '1' } }, async place => {
  const page = await enter(place);
  has('the five questions', await text(page), 'năm câu hỏi');
  await page.goto(place.o.origin + '/thiet-lap/nam-cau');
  await page.fill('#f-authority-name', 'Ủy ban nhân dân xã Ví Dụ');
  await page.selectOption('#f-authority-level', 'province');
  await page.fill('#f-authority-place', 'Ví Dụ');
  await page.fill('#f-authority-prefix', 'VD');
  await page.fill('#f-authority-base-url', 'https://ocop.example');
  await page.click('button:text-is("Lưu")');
  await page.waitForURL(place.o.origin + '/');
  is('ready', (await text(page)).includes('Trả lời năm câu hỏi'), false);
});

await story('editor', {}, async place => {
  const page = await enter(place);
  await page.goto(place.o.origin + '/mau/gcn-le-hoi/1');
  const row = page.locator('tr[data-row=tua]'), x = row.locator('input[name=x]'), was = parseFloat(await x.inputValue());
  await page.locator('.frame rect[data-box=tua]').focus();
  await page.keyboard.press('ArrowRight');
  is('0.1 mm', (parseFloat(await x.inputValue()) - was).toFixed(2), '0.10');
  await page.keyboard.press('Shift+ArrowRight');
  is('1 mm', (parseFloat(await x.inputValue()) - was).toFixed(2), '1.10');
  const box = await page.locator('.frame rect[data-box=tua]').boundingBox();
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 10, { steps: 4 });
  await page.mouse.up();
  if (parseFloat(await x.inputValue()) - was < 3) fail('the box did not follow the mouse');
  for (let i = 0; i < 3; i++) await page.click('[data-undo]');
  is('undone', parseFloat(await x.inputValue()), was);
  await x.fill('40');
  await page.click('button[name=luu]');
  await page.waitForURL(/gcn-le-hoi-rieng\/1/);
  is('kept', await page.locator('tr[data-row=tua] input[name=x]').inputValue(), '40');
});

await story('no script', {}, async place => {
  const page = await enter(place, { javaScriptEnabled: false });
  await page.setInputFiles('#tep', sample('mau-phu-luc.xlsx'));
  await page.click('form.drop button');
  await page.waitForURL(/\/tep\//);
  const tep = new URL(page.url()).pathname;
  await page.goto(place.o.origin + tep + '/du-kien');
  await page.click('form.issue button');
  await page.click('form[action$="/in"] button');
  for (let i = 0; i < 60 && !(await page.locator('a[href$="tat-ca.zip"]').count() && !(await page.locator('progress').count())); i++) {
    await page.waitForTimeout(1000);
    await page.goto(place.o.origin + tep + '/giay-to');
  }
  is('papers made', await page.locator('a[href$="tat-ca.zip"]').count(), 1);
});

await browser.close();
console.log(`${state.pages} pages looked at, ${state.failures} failures`);
process.exit(state.failures ? 1 : 0);
