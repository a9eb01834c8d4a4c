// What all pages share: language, lists, one look at a scanned text, and how
// an outcome is shown. Text goes in by textContent only.
(function (root) {
'use strict';
var site = root.ocopSite, S = root.ocopSeal, V = root.ocopVerify, doc = root.document;
var local = root.location.protocol === 'file:';
var lang = 0;

function stored(key, value) {
  try {
    if (value === undefined) return root.localStorage.getItem(key);
    root.localStorage.setItem(key, value);
  } catch (e) { /* private mode: nothing is remembered */ }
  return null;
}

function fill(s, blanks) {
  return s.replace(/\{([a-z]+)\}/g, function (all, name) {
    return Object.prototype.hasOwnProperty.call(blanks || {}, name) ? String(blanks[name]) : all;
  });
}
function pick(pair, blanks) {
  var all = { host: site.host, hotline: site.hotline || '–', here: root.location.host || root.location.protocol };
  Object.keys(blanks || {}).forEach(function (k) { all[k] = blanks[k]; });
  return pair ? fill(pair[lang], all) : '';
}
function word(code, blanks) { return pick(site.words[code], blanks); }

function el(tag, className, text) {
  var e = doc.createElement(tag);
  if (className) e.className = className;
  if (text !== undefined) e.textContent = text;
  return e;
}
function clear(e) { while (e.firstChild) e.removeChild(e.firstChild); return e; }

// speak puts the words of the language into every element with data-t.
function speak() {
  doc.documentElement.lang = lang ? 'en' : 'vi';
  Array.prototype.forEach.call(doc.querySelectorAll('[data-t]'), function (e) { e.textContent = word(e.getAttribute('data-t')); });
  var title = doc.querySelector('title');
  title.textContent = word(title.getAttribute('data-t'));
}
function start(redraw) {
  var saved = stored('ocop-lang');
  lang = saved === 'en' ? 1 : 0;
  var button = doc.getElementById('lang');
  button.addEventListener('click', function () {
    lang = 1 - lang;
    stored('ocop-lang', lang ? 'en' : 'vi');
    speak();
    redraw();
  });
  speak();
  warnPlace();
  if ('serviceWorker' in root.navigator && !local && root.isSecureContext) root.navigator.serviceWorker.register('sw.js').catch(function () {});
}

// ours: is this page open at the address that is printed on papers?
function known() { return site.bases.some(function (b) { return b.split('/')[2] === root.location.host; }); }
function ours() { return local || known() && root.location.protocol === 'https:'; }
function warnPlace() {
  var box = doc.getElementById('place');
  if (local) box.textContent = word('page-file');
  else if (!known()) box.textContent = word('page-other-host');
  box.hidden = !box.textContent;
}

// Lists: by fetch, or from script files when the page is a file.
var scripts = {}, embedded = Object.create(null);
root.ocopAdd = function (files) { Object.keys(files).forEach(function (k) { embedded[k] = files[k]; }); };
function include(src) {
  if (!scripts[src]) {
    scripts[src] = new Promise(function (done) {
      var s = doc.createElement('script');
      s.src = src;
      s.onload = s.onerror = done;
      doc.head.appendChild(s);
    });
  }
  return scripts[src];
}
function load(name) {
  if (local) {
    return include(/^l\d*\.bin$/.test(name) ? 'l.js' : 'lists.js').then(function () {
      return embedded[name] ? S.unbase64(embedded[name]) : null;
    });
  }
  return root.fetch(name, { cache: 'no-cache', credentials: 'omit' }).then(function (r) {
    return r.ok ? r.arrayBuffer().then(function (b) { return new Uint8Array(b); }) : null;
  });
}
var seen = (function () {
  var m = new Map();
  try { m = new Map(JSON.parse(stored('ocop-seen') || '[]').filter(function (p) { return typeof p[0] === 'string' && p[1] >= 0; })); } catch (e) { /* forgotten */ }
  return { get: function (k) { return m.get(k); }, set: function (k, v) {
    m.set(k, v);
    stored('ocop-seen', JSON.stringify(Array.from(m)));
  } };
})();
function env() {
  return { bases: site.bases, roots: site.roots.map(S.unhex), sampleRoot: S.unhex(site.sample[0]), sampleCert: S.unhex(site.sample[1]),
    baked: S.unbase64(site.keys), load: load, seen: seen, now: Date.now() };
}

// Our own address by plain http, or in capitals: on to https, proof and all.
if (root.location.protocol === 'http:' && root.isSecureContext === false && known()) root.location.replace('https:' + root.location.href.slice(5));

// able tells whether signatures can be checked here; else it says why.
function able(box) {
  if (S.subtle() && root.TextDecoder && root.TextEncoder) return true;
  var insecure = root.isSecureContext === false || root.location.protocol === 'http:';
  verdict(box, 'grey', '?', word('page-no-crypto'), insecure ? word('page-no-crypto-advice') : word('page-old-browser'), []);
  if (insecure) {
    var a = el('a', 'button main', 'https://' + site.host);
    a.href = site.bases[0] + '/v/' + root.location.search + root.location.hash;
    box.appendChild(a);
  }
  return false;
}

// look checks a text and shows the outcome. Never green from a file or at a
// foreign address.
function look(box, text) {
  if (!able(box)) return Promise.resolve(null);
  verdict(box, 'grey', '…', word('page-checking'), '', []);
  return V.check(text, env()).then(function (o) {
    if (o.code === 'G' && (local || !ours())) o.code = 'O';
    show(box, o);
    return o;
  }, function () {
    verdict(box, 'grey', '?', word('page-broken'), word('page-broken-advice'), []);
    return null;
  });
}

function verdict(box, colour, icon, sentence, advice, notes) {
  clear(box);
  var v = el('section', 'verdict ' + colour), head = el('div', 'head'), i = el('div', 'icon');
  i.setAttribute('aria-hidden', 'true');
  i.appendChild(el('span', '', icon));
  head.appendChild(i);
  head.appendChild(el('h1', '', sentence));
  v.appendChild(head);
  if (advice) v.appendChild(el('p', 'advice', advice));
  if (notes.length) {
    var ul = el('ul', 'notes');
    notes.forEach(function (n) { ul.appendChild(el('li', '', n)); });
    v.appendChild(ul);
  }
  box.appendChild(v);
}

function show(box, o) {
  var info = site.outcomes[o.code], fielded = info.show === 'body' || info.show === 'struck';
  if (o.sample && fielded) info = site.outcomes.sample;
  var day = o.listMade ? V.dateOf(V.dayOf(o.listMade)) : '–', blanks = { day: day, ref: '', new: '', host: o.host || '' };
  if (o.status) blanks = { day: V.dateOf(o.status.day), ref: o.status.ref, new: o.status.ref };
  else if (o.code === 'E') blanks.day = V.dateOf(o.body.last + 1);
  else if (o.code === 'P') blanks.day = V.dateOf(o.body.issued);
  var sentence = o.code === 'R' && !o.sample && info.byStatus[o.status.code] || info.sentence;
  verdict(box, info.colour, info.icon, pick(sentence, blanks), pick(info.advice, blanks),
    o.notes.map(function (n) { return pick(site.notes[n.code], n.blanks); }));
  var list = o.body && fielded ? fieldsOf(o.body, S.code(o.identity)) : o.row && info.show === 'row' ? fieldsOf(o.row, '') : [];
  if (list.length) {
    if (o.body && o.row) list.splice(3, 0, ['field-full', [o.row.product, o.row.producer, o.row.place].join(' · ')]);
    box.appendChild(el('h2', '', word(info.show === 'row' ? 'page-row' : 'page-compare')));
    box.appendChild(fields(list, info.show === 'struck'));
  }
  links(box, o);
  var reason = word('page-reason') + ': ' + o.code + (o.sample ? '·MẪU' : '');
  if (o.listMade) reason += ' · ' + word('page-lists') + ' ' + day;
  box.appendChild(el('p', 'reason', reason));
}
function links(box, o) {
  var row = el('p', 'row'), scan = el('a', 'button', word('page-scan-again'));
  if (o.code === 'S') {
    var a = el('a', 'button', word('page-to-new'));
    a.href = 'danh-sach.html?q=' + encodeURIComponent(o.status.ref);
    row.appendChild(a);
  }
  scan.href = 'quet.html';
  if (!doc.getElementById('camera')) row.appendChild(scan);
  if (row.firstChild) box.appendChild(row);
}

// fieldsOf lists the lines in the paper's order.
function fieldsOf(b, code) {
  var list = [], stars = pick(site.labels['field-stars-value'], { n: b.stars });
  function add(label, value) { if (value !== undefined && value !== '') list.push(['field-' + label, String(value)]); }
  add('product', b.product); add('producer', b.producer); add('place', b.place);
  add('stars', '★★★★★'.slice(0, b.stars) + ' ' + stars);
  if (b.score !== undefined) add('score', (b.score / 100).toFixed(2).replace('.', lang ? '.' : ','));
  add('decision', b.decision); add('decided', V.dateOf(b.decided)); add('issued', V.dateOf(b.issued)); add('last', V.dateOf(b.last));
  add('round', b.round); add('serial', b.serial);
  if (b.revision > 1) add('revision', b.revision);
  add('id', b.id + '/' + S.checkChar(b.id)); add('code', code);
  (b.extra || []).forEach(function (x) { add('extra', x instanceof Uint8Array ? S.hex(x) : x); });
  return list;
}
function fields(list, struck) {
  var dl = el('dl', 'fields' + (struck ? ' struck' : ''));
  list.forEach(function (f) {
    var d = el('div');
    d.appendChild(el('dt', '', pick(site.labels[f[0]])));
    d.appendChild(el('dd', '', f[1]));
    dl.appendChild(d);
  });
  return dl;
}

root.ocopPage = { start: start, look: look, able: able, verdict: verdict, show: show, word: word, el: el, clear: clear, env: env, load: load,
  local: local, include: include, fieldsOf: fieldsOf, fields: fields, lang: function () { return lang; } };
})(self);
