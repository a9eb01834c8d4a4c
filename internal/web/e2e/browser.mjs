// The office pages in real Chromium, as a clerk uses them. usage: node browser.mjs PLAN.json
// One line a story; any “FAIL” makes the exit code 1.
import fs from 'node:fs';
import path from 'node:path';
import { DEADLINE, fail, follow, has, holder, is, launch, look, office, person, state, tell } from './kit.mjs';

const plan = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
if (plan.shots) fs.mkdirSync(plan.shots, { recursive: true });
const browser = await launch(plan);
const stories = [];
const story = (name, env, tell) => stories.push({ name, env, tell });
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
  await follow(page, 'form.issue button');
  await page.waitForURL(/giay-to/);
}
async function numbers(page, place) {
  await page.goto(place.o.origin + '/so?xep=cu');
  return page.$$eval('tbody tr td:first-child', cells => cells.map(c => c.innerText));
}
async function print(page, tep) {
  if (!page.url().startsWith(tep + '/giay-to')) await page.goto(tep + '/giay-to');
  await follow(page, 'form[action$="/in"] button');
  await page.waitForSelector('a[href$="tat-ca.zip"]');
}
const pictures = page => page.waitForFunction(() => [...document.images].every(i => i.complete && i.naturalWidth > 0));
async function visit(page, place, pages) {
  for (const [name, url] of pages) {
    await page.goto(place.o.origin + url);
    await look(page, plan, name);
  }
}

story('clean sample', {}, async place => {
  const page = await enter(place);
  is('the token left the address', new URL(page.url()).search, '');
  await look(page, plan, 'home-empty');
  const tep = await drop(page, place, sample('mau-phu-luc.xlsx')), id = new URL(tep).pathname;
  await look(page, plan, 'reading');
  await visit(page, place, [['papers-too-early', id + '/giay-to'], ['register-empty', '/so'], ['award-order', '/hoi-nghi/thu-tu'], ['hand-over-empty', '/hoi-nghi/trao'], ['statistics-empty', '/so/thong-ke']]);
  await page.goto(tep + '/du-kien');
  await pictures(page);
  await look(page, plan, 'draft');
  is('nothing issued before the step', (await numbers(page, place)).length, 0);
  await issue(page, tep);
  await look(page, plan, 'papers-issued');
  is('issued', (await numbers(page, place)).length, 10);
  await page.goto(tep + '/giay-to');
  await page.check('input[name=giay][value=invitations]');
  await print(page, tep);
  has('the chosen paper is made', await page.locator('.done').first().innerText(), 'Giấy mời');
  is('it stays chosen', await page.isChecked('input[name=giay][value=invitations]'), true);
  await look(page, plan, 'papers');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="giay-chung-nhan.pdf"]')]);
  is('a PDF', fs.readFileSync(await file.path()).subarray(0, 5).toString(), '%PDF-');
  await page.goto(place.o.origin + '/so?tim=mien+dong');
  await follow(page, 'tbody a');
  await pictures(page);
  await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
  await look(page, plan, 'certificate');
  const cert = new URL(page.url()).pathname;
  await visit(page, place, [['home', '/'], ['draft-entered', id + '/du-kien'], ['register', '/so'], ['register-none', '/so?tim=khong-co'], ['expiring', '/so/sap-het-han?ngay=1500'], ['expiring-none', '/so/sap-het-han?ngay=1'],
    ['statistics', '/so/thong-ke'], ['proposals', '/de-nghi'], ['re-evaluate', cert + '/danh-gia-lai?tep=' + id.split('/')[2]]]);
  await page.emulateMedia({ media: 'print' });
  for (const [name, url] of [['register', '/so'], ['list for paper', '/so/ban-in'], ['display', '/hoi-nghi/trung-bay'], ['hand-over', '/hoi-nghi/trao'], ['guest list', '/hoi-nghi/dai-bieu']]) {
    await page.goto(place.o.origin + url);
    const [heads, cells] = await page.evaluate(() => ['thead tr', 'tbody tr'].map(row => [...[...document.querySelectorAll(row)].find(r => r.offsetWidth > 0 && r.cells.length > 1).cells].filter(c => c.offsetWidth > 0).length));
    if (heads < 3) fail(`the ${name} on paper has ${heads} columns`);
    is(`the ${name} on paper: cells under their heads`, cells, heads);
    if (plan.shots) await page.pdf({ path: path.join(plan.shots, `${name}-print.pdf`), format: 'A4' });
  }
  await page.emulateMedia({ media: 'screen' });
});

story('other pages', {}, async place => {
  const page = await enter(place);
  await issue(page, await drop(page, place, sample('mau-phu-luc.xlsx')));
  await visit(page, place, [['settings', '/thiet-lap'], ['five-questions', '/thiet-lap/nam-cau'], ['profiles', '/thiet-lap/co-quan'], ['profile', '/thiet-lap/co-quan/sua?ma=tp-lai-chau'], ['profile-successor', '/thiet-lap/co-quan/sua?ke=tp-lai-chau'],
    ...['chung', 'authority', 'authority-validity', 'signatory', 'conference', 'ask', 'abbreviations'].map(s => ['section-' + s, '/thiet-lap/' + s]),
    ['keys', '/thiet-lap/khoa'], ['backups', '/thiet-lap/sao-luu'], ['users', '/thiet-lap/nguoi-dung'],
    ['conference', '/hoi-nghi'], ['guests', '/hoi-nghi/dai-bieu'], ['award-order-frozen', '/hoi-nghi/thu-tu'], ['display', '/hoi-nghi/trung-bay'], ['hand-over', '/hoi-nghi/trao'], ['attendance', '/hoi-nghi/diem-danh']]);
  await page.goto(place.o.origin + '/mau');
  await pictures(page);
  await look(page, plan, 'layouts');
  await page.goto(place.o.origin + '/mau/gcn-le-hoi/1');
  await look(page, plan, 'editor');
  page.expectedErrors = 1;
  await visit(page, place, [['no-page', '/khong-co']]);
});

story('messy sample', {}, async place => {
  const page = await enter(place);
  const tep = await drop(page, place, sample('mau-phu-luc-lon-xon.xlsx'));
  await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
  await look(page, plan, 'reading-messy');
  await page.goto(tep + '/du-kien');
  await look(page, plan, 'draft-messy');
  const before = await page.locator('section.previews ~ form, table tbody tr').count();
  await page.goto(tep);
  await follow(page, 'details.finding:has-text("bị gạch ngang") button[value=no]');
  await page.waitForSelector('.notice');
  has('the answer', await text(page), 'Đã ghi câu trả lời');
  await follow(page, 'details.finding:has-text("điểm 48,5") a:text-is("Sửa cả dòng")');
  await look(page, plan, 'row');
  await page.fill('input[name=E19]', '58,5');
  await follow(page, 'main form button');
  await page.waitForSelector('.notice');
  has('mended by hand', await text(page), '“48,5” → “58,5”');
  await page.goto(tep + '/du-kien');
  const after = await page.locator('section.previews ~ form, table tbody tr').count();
  if (after <= before) fail(`${after} rows after mending, ${before} before`);
  await issue(page, tep);
  const got = await numbers(page, place);
  if (got.length < 9) fail(`only ${got.length} issued`);
  is('numbers are different', new Set(got).size, got.length);
});

story('refused file', {}, async place => {
  const page = await enter(place);
  await drop(page, place, sample('mau-sai-tep.xlsx'));
  await look(page, plan, 'refused');
  has('the way out', await text(page), 'Cách xử lý');
  is('nothing to go on to', await page.locator('a[role=button][href$=du-kien]').count(), 0);
});

story('two tabs', {}, async place => {
  const page = await enter(place);
  const tep = await drop(page, place, sample('mau-phu-luc.xlsx'));
  const other = await page.context().newPage();
  await Promise.all([page.goto(tep + '/du-kien'), other.goto(tep + '/du-kien')]);
  await Promise.all([page, other].map(async p => { await follow(p, 'form.issue button'); await p.waitForURL(/giay-to/); }));
  const got = await numbers(page, place);
  is('issued once', got.length, 10);
  is('numbers are different', new Set(got).size, 10);
});

story('held by another program', {}, async place => {
  const page = await enter(place);
  const tep = await drop(page, place, sample('mau-phu-luc.xlsx'));
  await page.goto(tep + '/du-kien');
  place.other = await holder(plan, place.dir);
  page.expectedErrors = 1;
  await follow(page, 'form.issue button');
  await page.waitForSelector('.problem');
  const said = await text(page);
  for (const part of ['Lỗi', 'chị Một', 'MAY-VAN-THU', 'cấp giấy chứng nhận', 'Cách xử lý', 'chưa có số nào được cấp', 'Chi tiết']) has('who holds it', said, part);
  await look(page, plan, 'held');
  await follow(page, 'main a:has-text("Trở lại")');
  await page.waitForSelector('form.issue');
  await place.other.end();
  await follow(page, 'form.issue button');
  await page.waitForURL(/giay-to/);
  is('issued once the other is done', (await numbers(page, place)).length, 10);
});

story('killed in a batch', {}, async place => {
  let page = await enter(place);
  const tep = new URL(await drop(page, place, sample('mau-phu-luc.xlsx'))).pathname;
  const again = async () => { // the same office on the same folder, a new browser
    page.officeKilled = true;
    await place.o.end('SIGKILL');
    await page.context().close();
    place.o = await office(plan, place.dir, place.env);
    page = await enter(place);
  };
  await page.goto(place.o.origin + tep + '/du-kien');
  page.click('form.issue button').catch(() => {}); // the answer never comes
  await page.waitForEvent('request', r => r.method() === 'POST');
  await again();
  const between = (await numbers(page, place)).length;
  if (between !== 0 && between !== 10) fail(`${between} certificates after the kill: a batch is whole or not there`);
  if (between === 0) await issue(page, place.o.origin + tep);
  is('issued', (await numbers(page, place)).length, 10);
  // once more while the papers are made
  await page.goto(place.o.origin + tep + '/giay-to');
  await page.click('form[action$="/in"] button');
  await again();
  await print(page, place.o.origin + tep);
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="giay-chung-nhan.pdf"]')]);
  is('a PDF', fs.readFileSync(await file.path()).subarray(0, 5).toString(), '%PDF-');
  is('still ten', (await numbers(page, place)).length, 10);
});

story('revoke with two people', { OCOPRINT_WEB_ACCOUNTS: '1' }, async place => {
  const as = async name => {
    const page = await person(browser);
    await page.goto(place.o.url);
    if (name === 'lan') {
      await look(page, plan, 'login');
      page.expectedErrors = 1;
      await page.fill('input[name=ten]', name);
      await page.fill('input[name=mat-khau]', 'sai');
      await follow(page, 'main form button');
      await page.waitForSelector('.problem');
      await look(page, plan, 'login-wrong');
    }
    await page.fill('input[name=ten]', name);
    await page.fill('input[name=mat-khau]', plan.password);
    await follow(page, 'main form button');
    await page.waitForURL(place.o.origin + '/');
    return page;
  };
  const lan = await as('lan');
  await issue(lan, await drop(lan, place, sample('mau-phu-luc.xlsx')));
  await lan.goto(place.o.origin + '/so');
  await follow(lan, 'tbody a');
  const cert = lan.url();
  await lan.click('#thu-hoi summary');
  for (const [field, value] of [['qd', '9/QĐ-UBND'], ['ngay-qd', '01/11/2024'], ['ly-do', 'vi phạm']]) await lan.fill(`#thu-hoi input[name=${field}]`, value);
  await follow(lan, '#thu-hoi form button');
  await lan.waitForSelector('.notice');
  has('the proposal', await text(lan), 'chờ người thứ hai');
  await look(lan, plan, 'certificate-waiting');
  is('lan cannot approve', await lan.locator('button[name=duyet]').count(), 0);
  const minh = await as('minh');
  await minh.goto(place.o.origin + '/de-nghi');
  await look(minh, plan, 'proposals-waiting');
  await follow(minh, 'button[name=duyet]');
  await minh.waitForSelector('.state.revoked');
  has('both names', await text(minh), 'đề nghị: lan; duyệt: minh');
  await lan.goto(cert);
  is('revoked', await lan.locator('.state.revoked').count(), 1);
  const quan = await as('quan');
  await visit(quan, place, [['users-accounts', '/thiet-lap/nguoi-dung'], ['settings-admin', '/thiet-lap']]);
});

// oneIsOne: English counts one thing in the singular, also where a page is folded.
async function oneIsOne(page) {
  const said = await page.evaluate(() => document.querySelector('main').textContent.match(/(^|[^0-9.,/-])1 [a-z]+s\b/gm) || []);
  is(page.url() + ' counts one as many', said.join(' · '), '');
}

story('language', {}, async place => {
  const page = await enter(place);
  await follow(page, 'button[name=lang]');
  await page.waitForSelector('html[lang=en]');
  has('English', await text(page), 'Issue certificates');
  await look(page, plan, 'home-english');
  await issue(page, await drop(page, place, sample('mau-phu-luc.xlsx')));
  for (const url of ['/so', '/thiet-lap', '/hoi-nghi', '/hoi-nghi/diem-danh', '/mau', '/thiet-lap/co-quan']) {
    await page.goto(place.o.origin + url);
    is(url + ' in English', await page.getAttribute('html', 'lang'), 'en');
    const head = await page.locator('h1, h2, nav, button, label, th').allInnerTexts();
    const left = head.filter(t => /\b(Sổ|Thiết lập|Lưu|Trở|Xem|Chọn|Cột|Dòng|Ngày)\b/.test(t));
    is(url + ' Vietnamese left', left.join(' · '), '');
    await oneIsOne(page);
  }
  const messy = await drop(page, place, sample('mau-phu-luc-lon-xon.xlsx'));
  await look(page, plan, 'reading-messy-english');
  await oneIsOne(page);
  await page.goto(messy + '/du-kien');
  await oneIsOne(page);
  is('scores have a point', (await page.locator('main td.num').allInnerTexts()).filter(t => !/^\d+\.\d+$/.test(t)).join(' '), '');
  await page.goto(place.o.origin + '/so');
  await follow(page, 'tbody a');
  const cert = page.url();
  await page.click('#dinh-chinh summary');
  await page.fill('#dinh-chinh input[name=ly-do]', 'nothing is changed');
  page.expectedErrors = 1;
  await follow(page, '#dinh-chinh form button');
  await page.waitForSelector('.problem');
  await follow(page, 'button[name=lang]');
  await page.waitForSelector('html[lang=vi]');
  is('from a refused form the other language leads to its page', page.url(), cert);
});

story('first run', { OCOPRINT_WEB_EMPTY: '1' }, async place => {
  const page = await enter(place);
  has('the five questions', await text(page), 'năm câu hỏi');
  await look(page, plan, 'home-first-run');
  await visit(page, place, [['conference-empty', '/hoi-nghi'], ['guests-empty', '/hoi-nghi/dai-bieu'], ['attendance-empty', '/hoi-nghi/diem-danh'], ['award-order-empty', '/hoi-nghi/thu-tu'], ['profiles-empty', '/thiet-lap/co-quan'], ['keys-empty', '/thiet-lap/khoa'], ['settings-empty', '/thiet-lap']]);
  await page.goto(place.o.origin + '/thiet-lap/nam-cau');
  await page.fill('#f-authority-name', 'Ủy ban nhân dân thành phố Ví Dụ');
  await page.selectOption('#f-authority-level', 'district');
  await page.fill('#f-authority-place', 'Ví Dụ');
  await page.fill('#f-authority-base-url', 'https://ocop.vi-du.internal');
  await page.fill('#f-signatory-lines', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH');
  await follow(page, 'button:text-is("Lưu")');
  await page.waitForURL(place.o.origin + '/');
  is('ready', (await text(page)).includes('Trả lời năm câu hỏi'), false);
  // a real address: the office's own keys, made with a passphrase on the way
  const tep = await drop(page, place, sample('mau-phu-luc.xlsx'));
  await page.goto(tep + '/du-kien');
  await look(page, plan, 'draft-locked');
  await page.fill('input[name=mat-khau]', 'mật khẩu khóa ký');
  await page.fill('input[name=mat-khau-2]', 'mật khẩu khóa ký');
  await follow(page, 'form[action$="/cap"] button');
  await page.waitForSelector('form.issue');
  await issue(page, tep);
  is('issued', (await numbers(page, place)).length, 10);
  await visit(page, place, [['keys-own', '/thiet-lap/khoa'], ['profiles-first', '/thiet-lap/co-quan']]);
});

story('editor', {}, async place => {
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
  await follow(page, 'button[name=luu]');
  await page.waitForURL(/gcn-le-hoi-rieng\/1/);
  is('kept', await page.locator('tr[data-row=tua] input[name=x]').inputValue(), '40');
});

// longDraft reads a draft of many rows in pages; its step is always for all.
async function longDraft(page, place) {
  const rows = Array.from({ length: 120 }, (_, i) => `${i + 1};Sản phẩm ví dụ ${i + 1};HTX Ví Dụ ${i >> 1};Bản Mẫu;${i % 4 ? 'xã San Thàng' : 'phường Tân Phong'};${i === 7 ? '69,9' : '61,5'};3 sao`);
  const file = path.join(place.dir, 'dai.csv');
  fs.writeFileSync(file, ['DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN OCOP ĐỢT 2 NĂM 2023', '(Kèm theo Quyết định số 0000/QĐ-UBND ngày 20/11/2023)', 'STT;Tên sản phẩm;Chủ thể;Địa chỉ;Xã/phường;Điểm;Hạng sao', ...rows].join('\n'));
  await page.goto(place.o.origin + '/');
  await page.setInputFiles('#tep', file);
  await follow(page, 'form.drop button');
  await page.goto(page.url() + '/du-kien');
  const shown = () => page.locator('table tbody tr').count();
  const whole = async where => has(`the step ${where}`, await page.locator('form.issue button').innerText(), '120 giấy chứng nhận');
  is('rows of the first page', await shown(), 50);
  await whole('on the first page');
  if (!await page.locator('form.issue').evaluate(f => f.getBoundingClientRect().bottom <= innerHeight)) fail('the step is not in sight');
  await follow(page, 'a[rel=next]');
  is('the second page goes on', await page.locator('table tbody tr td').first().innerText(), '51');
  await whole('on the second page');
  await page.selectOption('select[name=xa]', 'phường Tân Phong');
  await follow(page, 'form.choose:has(select[name=xa]) button');
  is('rows of a commune', await shown(), 30);
  await whole('of a commune');
}

story('no script', {}, async place => {
  const page = await enter(place, { javaScriptEnabled: false });
  await page.setInputFiles('#tep', sample('mau-phu-luc-lon-xon.xlsx'));
  await follow(page, 'form.drop button');
  await page.waitForURL(/\/tep\//);
  const tep = new URL(page.url()).pathname;
  await follow(page, 'form.answer button[value=no]');
  await page.waitForSelector('.notice');
  await longDraft(page, place);
  await page.goto(place.o.origin + tep + '/du-kien');
  await page.selectOption('select[name=sao]', '0');
  await follow(page, 'form.choose button');
  await follow(page, 'form.issue button');
  await follow(page, 'form[action$="/in"] button');
  const papers = page.locator('a[href$="tat-ca.zip"]');
  for (const end = Date.now() + DEADLINE; Date.now() < end && !await papers.count();) await page.goto(place.o.origin + tep + '/giay-to');
  is('papers made', await papers.count(), 1);
  await page.goto(place.o.origin + '/hoi-nghi/trao');
  await page.locator('input[name=trao]').first().check();
  await follow(page, 'main form[action="/hoi-nghi/trao"] button');
  has('handed over', await text(page), 'Đã ghi trao: 1');
  await page.goto(place.o.origin + '/so');
  await page.fill('input[name=tim]', 'gao seng cu');
  await follow(page, 'form[role=search] button');
  await follow(page, 'tbody a');
  await page.click('#dinh-chinh summary');
  await page.fill('#dinh-chinh input[name=san-pham]', 'Gạo séng cù Minh Họa');
  await page.fill('#dinh-chinh input[name=ly-do]', 'in sai tên');
  await follow(page, '#dinh-chinh form button');
  has('corrected', await text(page), 'Gạo séng cù Minh Họa');
});

story('no script with two people', { OCOPRINT_WEB_ACCOUNTS: '1' }, async place => {
  const as = async name => {
    const page = await person(browser, { javaScriptEnabled: false });
    await page.goto(place.o.url);
    await page.fill('input[name=ten]', name);
    await page.fill('input[name=mat-khau]', plan.password);
    await follow(page, 'main form button');
    return page;
  };
  const lan = await as('lan'), minh = await as('minh');
  const upload = async () => {
    await lan.goto(place.o.origin + '/');
    await lan.setInputFiles('#tep', sample('mau-phu-luc.xlsx'));
    await follow(lan, 'form.drop button');
    return new URL(lan.url()).pathname;
  };
  const tep = await upload();
  await lan.goto(place.o.origin + tep + '/du-kien');
  await follow(lan, 'form.issue button');
  const certs = await (await lan.goto(place.o.origin + '/so?xep=cu'), lan.$$eval('tbody tr td:first-child a', links => links.map(a => a.getAttribute('href'))));
  is('issued', certs.length, 10);
  const act = async (i, name, fields) => {
    await lan.goto(place.o.origin + certs[i]);
    await lan.click(`#${name} > summary`);
    for (const [field, value] of Object.entries(fields)) await lan.fill(`#${name} [name=${field}]`, value);
    await follow(lan, `#${name} form button`);
    has(`${name} is proposed`, await text(lan), 'chờ người thứ hai');
  };
  const approve = async () => {
    await minh.goto(place.o.origin + '/de-nghi');
    for (let i = await minh.locator('button[name=duyet]').count(); i > 0; i--) {
      await follow(minh, 'button[name=duyet]');
      has('approved', await text(minh), 'Đã ghi vào sổ');
      await minh.goto(place.o.origin + '/de-nghi');
    }
    is('nothing waits', await minh.locator('button[name=duyet]').count(), 0);
  };
  const decided = { qd: '9/QĐ-UBND', 'ngay-qd': '01/11/2024', 'ly-do': 'vi phạm' };
  await act(0, 'cap-lai', { 'ly-do': 'bị mất', 'can-cu': 'đơn 1' });
  await act(1, 'thu-hoi', decided);
  await act(2, 'chuyen-giao', { 'chu-the': 'Hợp tác xã Nhận Chuyển', 'dia-chi': 'Bản Mẫu', 'ly-do': 'sáp nhập' });
  await act(3, 'dinh-chi', { ...decided, den: '20/11/2026' });
  await approve();
  await act(3, 'bo-dinh-chi', decided);
  await approve();
  for (const [i, state, what] of [[0, 'valid', 'bị mất'], [1, 'revoked', 'vi phạm'], [3, 'valid', '9/QĐ-UBND']]) {
    await lan.goto(place.o.origin + certs[i]);
    is(`${certs[i]} is ${state}`, await lan.locator(`h1 .state.${state}`).count(), 1);
    has('the history', await lan.locator('table').last().innerText(), what);
  }
  await lan.goto(place.o.origin + certs[4] + '/danh-gia-lai');
  await follow(lan, 'form.choose button');
  await lan.locator('input[name=dong]').first().check();
  lan.expectedErrors = 1;
  await follow(lan, 'main form[method=post] button');
  has('re-evaluated by its own row', await text(lan), 'Dòng này đã có giấy chứng nhận');
  await lan.goto(place.o.origin + '/so');
  await lan.fill('input[name=tim]', 'hop tac xa nhan chuyen');
  await follow(lan, 'form[role=search] button');
  is('found without tones', await lan.locator('tbody tr').count(), 1);
  await follow(lan, 'button[name=lang]');
  is('the search is kept in English', await lan.locator('tbody tr').count(), 1);
  has('English', await lan.locator('h1').innerText(), 'Register');
  await follow(lan, 'a[href^="/so/ban-in"]');
  has('the list for paper', await text(lan), '“hop tac xa nhan chuyen”');
});

// tabTo goes on with the Tab key to what fits; on the way every stop must show
// that it has the focus and must not lie under the bar at the bottom.
async function tabTo(page, selector) {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(selector => {
      const el = document.activeElement, style = getComputedStyle(el), shown = el.matches('.pick > input') ? getComputedStyle(el.nextElementSibling) : style;
      const r = el.getBoundingClientRect(), bar = document.querySelector('.bar'), b = bar && !bar.contains(el) ? bar.getBoundingClientRect() : null;
      return { name: el.outerHTML.slice(0, 120), there: el.matches(selector), shown: el === document.body || (shown.outlineStyle !== 'none' && parseFloat(shown.outlineWidth) > 0) || !/^none$|rgba\(0, 0, 0, 0\)/.test(shown.boxShadow),
        hidden: b !== null && r.height > 0 && r.top >= b.top && r.bottom <= b.bottom };
    }, selector);
    if (!at.shown) fail('no visible focus: ' + at.name);
    if (at.hidden) fail('focus under the bar: ' + at.name);
    if (at.there) return;
  }
  fail('the keyboard does not reach ' + selector + ' on ' + page.url());
}

story('keyboard alone', {}, async place => {
  const page = await enter(place), press = async (selector, key = 'Enter') => { await tabTo(page, selector); await page.keyboard.press(key); };
  await page.keyboard.press('Tab');
  is('the first stop', await page.evaluate(() => document.activeElement.className), 'skip');
  is('the skip link shows itself', await page.evaluate(() => document.activeElement.getBoundingClientRect().left >= 0), true);
  await page.keyboard.press('Enter');
  await press('button[name=mau]');
  await page.waitForURL(/\/tep\//);
  await press('a[role=button][href$="/du-kien"]');
  await page.waitForURL(/du-kien/);
  await press('form.issue button');
  await page.waitForURL(/giay-to/);
  await press('input[value=invitations]', 'Space');
  await press('form[action$="/in"] button');
  await page.waitForSelector('a[href$="tat-ca.zip"]');
  await page.goto(place.o.origin + '/hoi-nghi/trao');
  await press('input[name=trao]', 'Space');
  await press('form[action="/hoi-nghi/trao"] .bar button:not([type=button])');
  await page.waitForSelector('.notice');
  has('handed over', await text(page), 'Đã ghi trao: 1');
  await page.goto(place.o.origin + '/so');
  await press('tbody a');
  await page.waitForURL(/\/so\/LC-/);
  await press('#in-lai summary');
  await tabTo(page, '#in-lai input[name=ly-do]');
  await page.keyboard.type('nhòe mực');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.notice');
  has('printed again', await text(page), 'In lại');
});

await tell(plan, stories, 2);
await browser.close();
console.log(`${state.pages} pages looked at, ${state.failures} failures`);
process.exit(state.failures ? 1 : 0);
