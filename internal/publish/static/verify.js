// What a scanned text is worth: one outcome of the closed list, in the order
// of the format. The same as Go's package verify.
//
// check(text, env) gives a promise of
//   {code, sample, inside, id, host, body, identity, key, status, row, differs,
//    unchecked, listMade, today, notes: [{code, blanks}]}
// env: {bases, roots, sampleRoot, sampleCert, baked, load(name) → promise of
//   bytes or null, seen: {get(name), set(name, n)}, now (ms)}
(function (root) {
'use strict';
var S = root.ocopSeal;
var GRACE = 7, TOO_LATE = 10 * 365 * 86400000, DAY0 = Date.UTC(2000, 0, 1), HOURS7 = 7 * 3600000;

function dayOf(ms) { return Math.floor((ms + HOURS7 - DAY0) / 86400000); }
function dateOf(day) {
  var d = new Date(DAY0 + day * 86400000);
  function two(n) { return (n < 10 ? '0' : '') + n; }
  return two(d.getUTCDate()) + '/' + two(d.getUTCMonth() + 1) + '/' + d.getUTCFullYear();
}

function check(text, env) {
  var c = { env: env, text: S.readText(text), made: [], out: { code: '', sample: false, inside: false, notes: [] } };
  c.out.id = c.text.id;
  return place(c).then(function (code) {
    c.out.code = code;
    return finish(c);
  });
}
function note(c, code, blanks) {
  var key = JSON.stringify([code, blanks || {}]);
  if (!c.out.notes.some(function (n) { return n.key === key; })) c.out.notes.push({ code: code, blanks: blanks || {}, key: key });
}
function always(code) { return Promise.resolve(code); }

// N · F
function place(c) {
  if (c.text.bare) return read(c);
  if (!c.text.web) return always('N');
  var ours = c.text.base && c.env.bases.some(function (b) { return S.lower(b) === S.lower(c.text.base); });
  if (!ours) return foreign(c);
  if (c.text.digits !== '') return read(c);
  return row(c, c.text.id).then(function (r) { c.out.row = r; return 'F'; });
}
function sampleHost(base) {
  return /\.(example|test|invalid)$/.test(S.readText(base + '/v/').host.split(':')[0]);
}
function foreign(c) {
  return read(c).then(function (code) {
    if (c.out.sample && c.text.base && sampleHost(c.text.base)) return code;
    var inside = !!c.out.key;
    c.out = { code: 'N', sample: false, inside: inside, host: c.text.host, id: c.text.id, notes: [] };
    c.body = undefined;
    if (inside) note(c, 'verify-note-inside', { host: c.text.host });
    return 'N';
  });
}

// U · V · A
function read(c) {
  var raw = S.decodeDigits(c.text.digits), f = raw && S.parseFrame(raw);
  if (!f) return always('U');
  if (S.isList(f.form)) return always('A');
  if (!S.isCert(f.form)) return always('V');
  c.frame = f;
  return S.sha256(f.signed).then(function (id) {
    c.out.identity = id;
    return signer(c);
  });
}

// K (V when the key list is stale) · A
function signer(c) {
  return keys(c).then(function (list) {
    c.keys = list;
    var able = list.ok ? list.list.keys.filter(function (k) { return k.role === 2 && k.kid === c.frame.kid; }) : [];
    return (able.length ? always(able) : sampleKey(c)).then(function (able) {
      if (!able.length) return list.fresh ? 'K' : 'V';
      return Promise.all(able.map(function (k) { return S.verify(k.spki, c.frame); })).then(function (right) {
        var signed = able.filter(function (k, i) { return right[i]; });
        return signed.length ? content(c, signed) : 'A';
      });
    });
  });
}
function sampleKey(c) {
  return S.kidOf(c.env.sampleCert).then(function (kid) {
    return kid === c.frame.kid ? [{ spki: c.env.sampleCert, role: 2, scope: '', from: 0, to: 73413, state: 0, sample: true }] : [];
  });
}
function keys(c) {
  return load(c, 'keys.bin', function (b) { return S.openKeys(b, c.env.roots, c.env.sampleRoot); }).then(function (got) {
    if (got.ok || !c.env.baked) return got;
    return S.openKeys(c.env.baked, c.env.roots, c.env.sampleRoot).then(function (list) { return take(c, list); }, function () { return got; });
  });
}
function take(c, list) {
  c.made.push(list.made);
  return { list: list, ok: true, fresh: c.env.now <= list.next };
}
// load: a list that cannot be had is “not checked”; a refused one is a note.
function load(c, name, open) {
  var none = { ok: false, fresh: false };
  return c.env.load(name).then(function (b) { return b ? open(b) : null; }, function () { return null; }).then(function (list) {
    if (!list) return none;
    var before = c.env.seen.get(name) || 0;
    if (list.sequence < before) {
      note(c, 'verify-note-old', { list: name });
      return none;
    }
    c.env.seen.set(name, list.sequence);
    return take(c, list);
  }, function (e) {
    if (e && e.note) note(c, e.note, e.blanks);
    return none;
  });
}

// U · V · A (query) · K (scope, period)
function content(c, signed) {
  c.key = c.out.key = signed[0];
  c.out.sample = c.key.sample;
  var b;
  try {
    b = S.decodeBody(c.frame);
  } catch (e) {
    if (e.code === 'U') note(c, 'verify-note-issuer');
    return always(e.code || 'U');
  }
  if (c.text.id && c.text.id !== b.id) return always('A');
  c.out.id = b.id;
  var able = signed.filter(function (k) { return b.id.indexOf(k.scope) === 0 && k.from <= b.issued && b.issued <= k.to; });
  if (!able.length) return always('K');
  c.key = c.out.key = able[0];
  return life(c, b);
}

// C · R · S · X · E · P · O · G
function life(c, b) {
  var prefix = c.key.scope || b.id.split('-')[0] + '-', shardNo = c.out.identity[0], known = c.keys.ok ? c.keys.list : { keys: [] };
  return load(c, S.statusFile(prefix), function (f) { return S.openStatus(f, prefix, known); }).then(function (status) {
    return load(c, S.shardFile(shardNo), function (f) { return S.openShard(f, shardNo, known); }).then(function (shard) {
      c.out.unchecked = !status.fresh || !c.keys.fresh;
      var registered = shard.ok && shard.list.has.has(S.hex(c.out.identity.subarray(0, 8)));
      if (c.key.state === 2) {
        if (!registered) return 'C';
        note(c, 'verify-note-key', { day: dateOf(c.key.since) });
      }
      c.out.body = b;
      return full(c, b).then(function () { return worth(c, b, status, shard, registered); });
    });
  });
}
function worth(c, b, status, shard, registered) {
  var e = status.ok ? applying(status.list.entries, b) : undefined;
  if (e) {
    c.out.status = e;
    return e.code === 2 ? 'S' : 'R';
  }
  if (shard.ok && !registered && dayOf(shard.list.made) > b.issued + GRACE) return 'X';
  var today = todayOf(c);
  if (today > b.last) return 'E';
  if (today < b.issued) return 'P';
  if (shard.fresh && !registered) {
    note(c, 'verify-note-grace', { day: dateOf(dayOf(shard.list.made)) });
    return 'O';
  }
  if (c.out.unchecked || !shard.fresh) {
    c.out.unchecked = true;
    return 'O';
  }
  return 'G';
}
var RANK = [0, 4, 1, 3, 2];
function applying(entries, b) {
  return entries.filter(function (e) {
    if (e.code === 4 && e.ref && b.serial) return e.ref === b.serial;
    return e.id === b.id && (e.revision === 0 || b.revision <= e.revision);
  }).reduce(function (found, e) {
    if (!found || RANK[e.code] > RANK[found.code] || RANK[e.code] === RANK[found.code] && e.day >= found.day) return e;
    return found;
  }, undefined);
}

// full looks up the full text of a shortened name.
function full(c, b) {
  if (!b.hash) return Promise.resolve();
  note(c, 'verify-note-short');
  return row(c, b.id).then(function (r) {
    if (!r || r.revision !== b.revision) return;
    c.out.row = r;
    return S.sha256(new TextEncoder().encode([r.product, r.producer, r.place].join('\u0000'))).then(function (h) {
      if (S.same(h.subarray(0, 8), b.hash)) return;
      c.out.differs = true;
      note(c, 'verify-note-differs');
    });
  });
}
// row asks the public list; trouble is “no row”. It leaves no trace in c.
function row(c, id) {
  if (!S.validID(id)) return Promise.resolve(undefined);
  var quiet = { env: c.env, made: [], out: { notes: [] } };
  return (c.keys ? Promise.resolve(c.keys) : keys(quiet)).then(function (k) {
    if (!k.ok) return undefined;
    function part(n) {
      return load(quiet, S.publicFile(n), function (b) { return S.openPublic(b, k.list); }).then(function (l) {
        if (!l.ok) return undefined;
        var hit = l.list.rows.filter(function (r) { return r.id === id; })[0];
        return hit || (n < l.list.parts ? part(n + 1) : undefined);
      });
    }
    return part(1);
  });
}

function todayOf(c) { return c.made.map(dayOf).concat(dayOf(c.env.now)).reduce(function (a, b) { return Math.max(a, b); }); }
function finish(c) {
  var o = c.out;
  o.today = todayOf(c);
  if (c.made.length) {
    o.listMade = Math.min.apply(null, c.made);
    var wrong = c.made.some(function (m) { return c.env.now < m || c.env.now - m > TOO_LATE; });
    if (wrong) note(c, 'verify-note-clock', { day: dateOf(Math.max.apply(null, c.made.map(dayOf))) });
  }
  if (o.unchecked && 'RSEP'.indexOf(o.code) >= 0) note(c, 'verify-note-unchecked');
  return o;
}

root.ocopVerify = { check: check, row: function (env, id) { return row({ env: env }, id); }, dateOf: dateOf, dayOf: dayOf };
})(typeof self === 'undefined' ? globalThis : self);
