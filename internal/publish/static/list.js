// The list for people: signed, searched without tones.
(function () {
'use strict';
var P = self.ocopPage, V = self.ocopVerify, S = self.ocopSeal, STEP = 50;
function id(name) { return document.getElementById(name); }
var rows = [], shown = STEP, state = 'page-checking', made = '';

function plain(s) {
  return s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
}
function read() {
  var env = P.env();
  if (!P.able(id('count'))) return;
  return P.load('keys.bin').catch(function () { return null; }).then(function (b) {
    var baked = S.unbase64(self.ocopSite.keys);
    return S.openKeys(b || baked, env.roots, env.sampleRoot).catch(function () { return S.openKeys(baked, env.roots, env.sampleRoot); });
  }).then(function (keys) {
    function part(n) {
      return P.load(S.publicFile(n)).then(function (b) {
        if (!b) throw new Error('missing');
        return S.openPublic(b, keys);
      }).then(function (l) {
        made = V.dateOf(V.dayOf(l.made));
        l.rows.forEach(function (r) { r.key = plain([r.id, r.product, r.producer, r.place, r.decision].join(' ')); rows.push(r); });
        if (n < l.parts) return part(n + 1);
      });
    }
    return part(1);
  }).then(function () { state = ''; draw(); }, function (e) {
    state = e && e.note ? 'list-refused' : 'scan-list-missing';
    draw();
  });
}
function status(r) {
  if (r.status) return ['list-' + r.status, r.status === 2 ? 'amber' : 'red'];
  return V.dayOf(Date.now()) > r.last ? ['list-expired', 'amber'] : ['list-valid', 'bluegrey'];
}
function draw() {
  var words = plain(id('query').value).split(' ').filter(Boolean), ul = P.clear(id('rows'));
  var hits = rows.filter(function (r) { return words.every(function (w) { return (' ' + r.key).indexOf(' ' + w) >= 0 || r.key.replace(/ /g, '').indexOf(w) >= 0; }); });
  id('count').textContent = state ? P.word(state) : P.word('list-count', { n: hits.length }) + ' · ' + P.word('page-lists') + ' ' + made;
  hits.slice(0, shown).forEach(function (r) {
    var li = P.el('li'), s = status(r);
    li.appendChild(P.el('b', '', r.product));
    li.appendChild(P.el('div', '', r.producer + (r.place ? ' – ' + r.place : '')));
    li.appendChild(P.el('div', '', '★★★★★'.slice(0, r.stars) + ' · ' + r.id + '/' + S.checkChar(r.id) + ' · ' + r.decision + ', ' + V.dateOf(r.decided) + ' → ' + V.dateOf(r.last)));
    li.appendChild(P.el('span', 'tag ' + s[1], P.word(s[0])));
    ul.appendChild(li);
  });
  id('more').hidden = hits.length <= shown;
}
id('query').addEventListener('input', function () { shown = STEP; draw(); });
id('more').addEventListener('click', function () { shown += STEP; draw(); });
var q = /[?&]q=([^&#]*)/.exec(location.search);
if (q) { try { id('query').value = decodeURIComponent(q[1].replace(/\+/g, ' ')); } catch (e) { /* a broken escape is no query */ } }
P.start(draw);
draw();
read();
})();
