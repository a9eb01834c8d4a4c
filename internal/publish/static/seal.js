// The format of the code, in the browser: text, digits, frame, CBOR, lists,
// signatures. The same rules as Go's package seal; the published vectors run
// through both. Plain ES2015. Nothing here touches the page.
(function (root) {
'use strict';

var D1 = '@@D1@@';
var DOMAIN = bytesOf('OCOP-CERT-1\u0000');
var MAX = 9007199254740991;
var HEAD = 6, LIST_HEAD = 9, SIG = 64, MAX_LIST = 1 << 20;
var ALPHABET = '0123456789BCFGHKLMNPQRSTVXZ';
var ALNUM = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
var HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\u{e0000}-\u{e0fff}]/u;
var SPKI = bytesOf('\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03\x42\x00\x04');

function bytesOf(latin) {
  var b = new Uint8Array(latin.length);
  for (var i = 0; i < b.length; i++) b[i] = latin.charCodeAt(i);
  return b;
}
function unbase64(s) { return bytesOf(atob(s)); }
function unhex(s) {
  var b = new Uint8Array(s.length / 2);
  for (var i = 0; i < b.length; i++) b[i] = parseInt(s.substr(2 * i, 2), 16);
  return b;
}
function hex(b) {
  var s = '';
  for (var i = 0; i < b.length; i++) s += (b[i] < 16 ? '0' : '') + b[i].toString(16);
  return s;
}
function join() {
  var n = 0, i;
  for (i = 0; i < arguments.length; i++) n += arguments[i].length;
  var out = new Uint8Array(n);
  for (i = 0, n = 0; i < arguments.length; n += arguments[i].length, i++) out.set(arguments[i], n);
  return out;
}
function same(a, b) {
  if (a.length !== b.length) return false;
  for (var i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
function lower(s) { return s.replace(/[A-Z]/g, function (c) { return c.toLowerCase(); }); }

// readText takes a scanned text apart.
function readText(s) {
  s = s.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  var bare = s.charAt(0) === '#' ? s.slice(1) : s;
  if (s.length >= 60 && /^[0-9]+$/.test(bare)) return { bare: true, digits: bare, id: '', host: '', base: '' };
  var m = /^https?:\/\//.exec(lower(s.slice(0, 8)));
  if (!m) return { digits: '', id: '', host: '', base: '' };
  var rest = s.slice(m[0].length), cut = rest.indexOf('#'), t = { web: true, digits: '', id: '', base: '' };
  if (cut >= 0) { t.digits = rest.slice(cut + 1); rest = rest.slice(0, cut); }
  cut = rest.indexOf('?');
  var query = '';
  if (cut >= 0) { query = rest.slice(cut + 1); rest = rest.slice(0, cut); }
  cut = rest.indexOf('/');
  var path = '/' + (cut < 0 ? '' : rest.slice(cut + 1));
  t.host = lower(cut < 0 ? rest : rest.slice(0, cut));
  if (!/^[a-z0-9.:-]+$/.test(t.host)) return t;
  if (lower(path.slice(-3)) === '/v/') t.base = 'https://' + t.host + path.slice(0, -3);
  t.id = queryID(query);
  return t;
}
function queryID(query) {
  var item = query.split('&')[0].replace(/=$/, '');
  if (item.indexOf('=') >= 0) return '';
  return item.replace(/%([0-9a-fA-F]{2})/g, function (all, h) { return String.fromCharCode(parseInt(h, 16)); });
}
function validID(id) { return /^[-A-Z0-9.]{4,24}$/.test(id) && id.indexOf('-') > 0; }

// decodeDigits gives the bytes, or null.
function decodeDigits(s) {
  if (!/^[0-9]{1,800}$/.test(s)) return null;
  var tails = [0, 3, 5, 8, 10, 13, 15, 17], out = [];
  for (var at = 0; at < s.length; at += 17) {
    var part = s.slice(at, at + 17), n = tails.indexOf(part.length);
    if (n < 1) return null;
    var w = new Uint8Array(n);
    for (var i = 0; i < part.length; i++) {
      var carry = part.charCodeAt(i) - 48;
      for (var k = n - 1; k >= 0; k--) { carry += w[k] * 10; w[k] = carry; carry >>= 8; }
      if (carry) return null;
    }
    for (i = 0; i < n; i++) out.push(w[i]);
  }
  return new Uint8Array(out);
}

function isList(form) { return form >= 0x10 && form <= 0x13; }
function isCert(form) { return form === 1 || form === 2; }

// parseFrame gives null when the length is not the one stated.
function parseFrame(b) {
  if (b.length < 2) return null;
  if (isList(b[0])) {
    var f = nextFrame(b, 0);
    return f && f.end === b.length ? f : null;
  }
  return b.length === HEAD + b[1] + SIG ? cutFrame(b, 0, HEAD, b[1]) : null;
}
function nextFrame(b, at) {
  if (b.length - at < LIST_HEAD + SIG || !isList(b[at])) return null;
  var n = ((b[at + 1] << 24) | (b[at + 2] << 16) | (b[at + 3] << 8) | b[at + 4]) >>> 0;
  if (n > MAX_LIST || b.length - at < LIST_HEAD + n + SIG) return null;
  return cutFrame(b, at, LIST_HEAD, n);
}
function cutFrame(b, at, head, n) {
  var end = at + head + n;
  return { form: b[at], kid: hex(b.subarray(at + head - 4, at + head)), payload: b.subarray(at + head, end),
    signed: join(DOMAIN, b.subarray(at, end)), sig: b.subarray(end, end + SIG), end: end + SIG };
}

// Canonical CBOR: one spelling. A map becomes a Map; a fault throws.
function decodeMap(b, deep) {
  var at = 0;
  function fail() { throw new Error('not canonical'); }
  function head(major) {
    if (at >= b.length || b[at] >> 5 !== major) fail();
    var v = b[at++] & 31, n = v < 24 ? 0 : 1 << (v - 24);
    if (n === 0) return v;
    if (n > 8 || v > 27 || at + n > b.length) fail();
    for (v = 0; n > 0; n--) v = v * 256 + b[at++];
    return v;
  }
  function uint(major) {
    var from = at, v = head(major), long = at - from - 1;
    if (v > MAX || long === 1 && v < 24 || long === 2 && v < 256 || long === 4 && v < 65536 || long === 8 && v < 4294967296) fail();
    return v;
  }
  function string(major) {
    var n = uint(major);
    if (n > b.length - at) fail();
    at += n;
    return b.subarray(at - n, at);
  }
  function item(depth) {
    if (at >= b.length) fail();
    switch (b[at] >> 5) {
    case 0: return uint(0);
    case 2: return string(2);
    case 3: return cleanText(string(3)) || '';
    case 4:
      var n = uint(4), list = [];
      if (!deep || depth > 3 || n > b.length - at) fail();
      while (n-- > 0) list.push(item(depth + 1));
      return list;
    }
    return fail();
  }
  function cleanText(raw) {
    var s = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
    if (HIDDEN.test(s) || s.normalize('NFC') !== s) fail();
    return s;
  }
  var m = new Map(), n = uint(5), last = -1;
  while (n-- > 0) {
    var k = uint(0);
    if (k <= last) fail();
    last = k;
    m.set(k, item(1));
  }
  if (at !== b.length) fail();
  return m;
}

// decodeBody throws {code: 'U'} or {code: 'V'}.
function decodeBody(frame) {
  var m, raw = frame.payload;
  try {
    if (frame.form === 2) raw = root.inflateRaw(raw, DICT, 1024);
    m = decodeMap(raw, false);
  } catch (e) { throw { code: 'U' }; }
  m.forEach(function (v, k) { if (k > 23) throw { code: 'V' }; });
  function bad() { throw { code: 'U' }; }
  function text(k, limit) {
    var v = m.get(k);
    if (typeof v !== 'string' || utf8Length(v) > limit) bad();
    return v;
  }
  function number(k, lo, hi) {
    var v = m.get(k);
    if (typeof v !== 'number' || v < lo || v > hi) bad();
    return v;
  }
  function maybe(k, read) { return m.has(k) ? read() : undefined; }
  function filled(k) { return text(k, 60) || bad(); }
  var b = { id: text(1, 24), product: text(2, 120), producer: text(3, 160), place: text(4, 100), stars: number(5, 1, 5),
    decision: text(7, 60), decided: number(8, 0, 73413), last: number(9, 0, 73413),
    score: maybe(6, function () { return number(6, 0, 10000); }),
    serial: maybe(10, function () { return filled(10); }),
    revision: maybe(11, function () { return number(11, 2, 9999); }) || 1,
    round: maybe(12, function () { return filled(12); }),
    issued: maybe(13, function () { return number(13, 1, 73413); }),
    hash: maybe(14, function () { return m.get(14); }), extra: [], raw: m };
  if (!validID(b.id) || !b.product || !b.producer || !b.decision || m.has(0) || b.issued === b.decided) bad();
  if (m.has(14) && !(b.hash instanceof Uint8Array && b.hash.length === 8)) bad();
  if (b.issued === undefined) b.issued = b.decided;
  m.forEach(function (v, k) { if (k >= 15) b.extra.push(v); });
  return b;
}
function utf8Length(s) { return new TextEncoder().encode(s).length; }

function subtle() { return root.crypto && root.crypto.subtle; }
function sha256(b) {
  return subtle().digest('SHA-256', b).then(function (d) { return new Uint8Array(d); });
}
function isKey(spki) { return spki.length === 91 && same(spki.subarray(0, SPKI.length), SPKI); }
function kidOf(spki) {
  return sha256(spki).then(function (d) { return hex(d.subarray(0, 4)); });
}
// verify gives a promise of true or false, never an error.
function verify(spki, frame) {
  return subtle().importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']).then(function (key) {
    return subtle().verify({ name: 'ECDSA', hash: 'SHA-256' }, key, frame.sig, frame.signed);
  }).catch(function () { return false; });
}
// firstTrue asks one after the other.
function firstTrue(list, ask) {
  return list.reduce(function (found, x) {
    return found.then(function (f) {
      return f !== undefined ? f : ask(x).then(function (yes) { return yes ? x : undefined; });
    });
  }, Promise.resolve(undefined));
}

function refuse(name) { return { note: 'seal-list-bad', blanks: { list: name, why: '–' } }; }

function listHead(m, last) {
  var seq = m.get(1), made = m.get(2), next = m.get(3);
  if (m.size !== last || typeof seq !== 'number' || typeof made !== 'number' || typeof next !== 'number' ||
    made > 8589934592 || next > 8589934592 || next < made) throw new Error('head');
  return { sequence: seq, made: made * 1000, next: next * 1000 };
}
function cells(row, kinds) {
  if (!Array.isArray(row) || row.length !== kinds.length) throw new Error('row');
  row.forEach(function (v, i) {
    var ok = kinds[i] === 'n' ? typeof v === 'number' && v <= 2147483648 : kinds[i] === 't' ? typeof v === 'string' : v instanceof Uint8Array;
    if (!ok) throw new Error('cell');
  });
  return row;
}

// openKeys gives a promise of the key list; a fault rejects with a note.
function openKeys(file, roots, sampleRoot) {
  var frames = [], at = 0;
  while (at < file.length) {
    var f = nextFrame(file, at);
    if (!f || f.form !== 0x10) return Promise.reject(refuse('keys.bin'));
    frames.push(f);
    at = f.end;
  }
  var tries = [];
  frames.forEach(function (f) { roots.forEach(function (r) { tries.push({ frame: f, root: r }); }); });
  return firstTrue(tries, function (t) {
    return kidOf(t.root).then(function (kid) { return kid === t.frame.kid && verify(t.root, t.frame); });
  }).then(function (t) {
    if (!t) throw new Error('root');
    var m = decodeMap(t.frame.payload, true), list = listHead(m, 4), rows = m.get(4);
    if (!Array.isArray(rows)) throw new Error('rows');
    list.sample = same(t.root, sampleRoot);
    return Promise.all(rows.map(function (row) { return keyEntry(cells(row, 'bntnnnnnt'), list.sample); })).then(function (keys) {
      list.keys = keys;
      return list;
    });
  }).catch(function () { throw refuse('keys.bin'); });
}
function keyEntry(r, sampleList) {
  var k = { spki: r[0], role: r[1], scope: r[2], from: r[3], to: r[4], state: r[5], since: r[6], sample: sampleList || r[7] !== 0 };
  var scope = k.scope === '' ? k.role !== 2 || k.sample : /-$/.test(k.scope) && k.scope.length >= 2 && k.scope.length <= 20 && validID(k.scope + '000');
  if (!isKey(k.spki) || k.role < 1 || k.role > 3 || k.state > 2 || !scope || k.from > k.to || k.to > 73413) throw new Error('key');
  return subtle().importKey('spki', k.spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']).then(function () {
    return kidOf(k.spki);
  }).then(function (kid) { k.kid = kid; return k; });
}

// openList checks a status list, shard or public list with the status keys.
function openList(file, form, name, prefix, keys, decode) {
  var f = nextFrame(file, 0);
  if (!f || f.end !== file.length || f.form !== form) return Promise.reject(refuse(name));
  var able = keys.keys.filter(function (k) {
    return k.role === 3 && k.kid === f.kid && k.state !== 2 && k.sample === keys.sample && (prefix === '' || prefix.indexOf(k.scope) === 0);
  });
  return firstTrue(able, function (k) { return verify(k.spki, f); }).then(function (k) {
    if (!k) throw new Error('signature');
    return decode(decodeMap(f.payload, true));
  }).catch(function () { throw refuse(name); });
}
function openStatus(file, prefix, keys) {
  return openList(file, 0x11, statusFile(prefix), prefix, keys, function (m) {
    var list = listHead(m, 5);
    if (m.get(4) !== prefix) throw new Error('prefix');
    list.entries = m.get(5).map(function (row) {
      var r = cells(row, 'tnnnt');
      if (r[2] < 1 || r[2] > 4) throw new Error('code');
      return { id: r[0], revision: r[1], code: r[2], day: r[3], ref: r[4] };
    });
    return list;
  });
}
function openShard(file, number, keys) {
  return openList(file, 0x12, shardFile(number), '', keys, function (m) {
    var list = listHead(m, 5), all = m.get(5), before = '';
    if (m.get(4) !== number || !(all instanceof Uint8Array) || all.length % 8) throw new Error('shard');
    list.has = new Set();
    for (var i = 0; i < all.length; i += 8) {
      var h = hex(all.subarray(i, i + 8));
      if (all[i] !== number || h <= before) throw new Error('order');
      list.has.add(before = h);
    }
    return list;
  });
}
function openPublic(file, keys) {
  return openList(file, 0x13, 'l.bin', '', keys, function (m) {
    var list = listHead(m, 6);
    list.part = m.get(4); list.parts = m.get(5);
    if (!(list.part >= 1 && list.part <= 65536 && list.parts >= 1 && list.parts <= 65536)) throw new Error('part');
    list.rows = m.get(6).map(function (row) {
      var r = cells(row, 'ttttntnnnnn');
      if (r[4] < 1 || r[4] > 5 || r[10] > 4) throw new Error('row');
      return { id: r[0], product: r[1], producer: r[2], place: r[3], stars: r[4], decision: r[5], decided: r[6], issued: r[7], last: r[8], revision: r[9], status: r[10] };
    });
    return list;
  });
}
function statusFile(prefix) { return 's/' + prefix.replace(/-$/, '') + '.bin'; }
function shardFile(n) { return 'r/' + hex([n]) + '.bin'; }
function publicFile(part) { return part > 1 ? 'l' + part + '.bin' : 'l.bin'; }

// code is the six symbols of an identity: its first 8 bytes modulo 27^6.
function code(identity) {
  var digits = [], b = Array.prototype.slice.call(identity, 0, 8);
  for (var i = 0; i < 6; i++) {
    for (var k = 0, carry = 0; k < 8; k++) { carry = carry * 256 + b[k]; b[k] = Math.floor(carry / 27); carry %= 27; }
    digits.unshift(ALPHABET.charAt(carry));
  }
  return digits.join('');
}
function checkChar(id) {
  var p = 36;
  for (var i = 0; i < id.length; i++) {
    var v = ALNUM.indexOf(id.charAt(i));
    if (v < 0) continue;
    p = (p + v) % 36 || 36;
    p = p * 2 % 37;
  }
  return ALNUM.charAt((37 - p) % 36);
}

var DICT = new TextEncoder().encode(D1);

root.ocopSeal = { readText: readText, validID: validID, decodeDigits: decodeDigits, parseFrame: parseFrame, isList: isList, isCert: isCert,
  decodeBody: decodeBody, decodeMap: decodeMap, openKeys: openKeys, openStatus: openStatus, openShard: openShard, openPublic: openPublic,
  statusFile: statusFile, shardFile: shardFile, publicFile: publicFile, verify: verify, kidOf: kidOf, sha256: sha256, subtle: subtle,
  dictionary: DICT, code: code, checkChar: checkChar, hex: hex, unhex: unhex, unbase64: unbase64, same: same, lower: lower, firstTrue: firstTrue };
})(typeof self === 'undefined' ? globalThis : self);
