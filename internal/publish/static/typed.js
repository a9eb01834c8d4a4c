// A typed number: undoes what a Vietnamese keyboard program made of it. The
// same rules as Go's seal.Untype.
(function (root) {
'use strict';
var S = root.ocopSeal, MAX = 64;
var TELEX = { '\u0301': 'S', '\u0300': 'F', '\u0309': 'R', '\u0303': 'X', '\u0323': 'J', '\u0302': '=', '\u0306': 'W', '\u031b': 'W', 'Đ': 'DD' };
var VNI = { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5', '\u0302': '6', '\u031b': '7', '\u0306': '8', 'Đ': 'D9' };
var BARE = { '\u0301': '', '\u0300': '', '\u0309': '', '\u0303': '', '\u0323': '', '\u0302': '', '\u0306': '', '\u031b': '', 'Đ': 'D' };

function tidy(s) {
  s = s.replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); });
  s = s.replace(/[\u2010-\u2015\u2212\u00ad\u058a\ufe58\ufe63_]/g, '-').replace(/[\\*]/g, '/').replace(/[ \t\r\n]/g, '');
  return s.toUpperCase().normalize('NFC').split('').map(apart).join('');
}
// apart gives a letter and its marks, the shape before the tone.
function apart(c) {
  var d = c.normalize('NFD');
  if (d.length < 3) return d;
  var shape = '', tone = '';
  d.slice(1).split('').forEach(function (m) { if ('\u0302\u0306\u031b'.indexOf(m) >= 0) shape += m; else tone += m; });
  return d.charAt(0) + shape + tone;
}
function undo(keys, s) {
  var heads = [''], pending = [''], last = '';
  function flush(force, next) {
    var h = [], p = [];
    heads.forEach(function (head, i) {
      h.push(head + pending[i] + next); p.push('');
      if (pending[i] && !force && h.length < MAX) { h.push(head + next); p.push(pending[i]); }
    });
    heads = h.slice(0, MAX); pending = p.slice(0, MAX);
  }
  Array.from(s).forEach(function (c) {
    var key = Object.prototype.hasOwnProperty.call(keys, c) ? keys[c] : undefined;
    if (key !== undefined && c === 'Đ') { flush(false, key); last = 'D'; }
    else if (key !== undefined) { pending = pending.map(function (p) { return p + (key === '=' ? last : key); }); }
    else { flush(!/[A-ZĐ]/.test(c), c); last = c; }
  });
  flush(true, '');
  return heads;
}
// candidates: the likeliest first.
function candidates(s) {
  var out = [], plain = tidy(s.slice(0, 100));
  [TELEX, VNI, BARE].forEach(function (k) {
    undo(k, plain).forEach(function (w) { if (out.indexOf(w) < 0 && out.length < MAX) out.push(w); });
  });
  return out;
}
// find gives {id, checked}: checked when a check character was typed and is
// right; id '' when it is wrong or nothing fits.
function find(s) {
  var list = candidates(s), i, cut;
  for (i = 0; i < list.length; i++) {
    cut = list[i].split('/');
    if (cut.length === 2 && S.validID(cut[0]) && cut[1] === S.checkChar(cut[0])) return { id: cut[0], checked: true };
  }
  for (i = 0; i < list.length; i++) if (S.validID(list[i])) return { id: list[i], checked: false };
  return { id: '', checked: false };
}
root.ocopTyped = { candidates: candidates, find: find };
})(self);
