// Offline after one visit. The network goes first; of two copies of a signed
// list the one with the higher sequence is given, whoever sent the other. The
// page checks every signature itself: nothing here is trusted.
'use strict';
var NAME = 'ocop-1', WAIT = 4000;
var PAGES = ['index.html', 'quet.html', 'danh-sach.html', 'style.css', 'site.js', 'seal.js', 'verify.js', 'common.js', 'page.js',
  'scan.js', 'decode.js', 'typed.js', 'list.js', 'vendor/fflate-inflate.js', 'vendor/qr-decode.js'];

self.addEventListener('install', function (e) {
  e.waitUntil(caches.open(NAME).then(function (c) {
    return c.addAll(PAGES).then(function () { return bundle(c); });
  }).then(function () { return self.skipWaiting(); }));
});
self.addEventListener('activate', function (e) {
  e.waitUntil(caches.keys().then(function (all) {
    return Promise.all(all.map(function (n) { return n.indexOf('ocop-') === 0 && n !== NAME ? caches.delete(n) : null; }));
  }).then(function () { return self.clients.claim(); }));
});

// bundle fills the cache with every list from two files instead of hundreds.
function bundle(c) {
  return Promise.all(['lists.js', 'l.js'].map(function (name) {
    return fetch(name, { cache: 'no-cache' }).then(function (r) { return r.ok ? r.text() : ''; }).then(function (s) {
      var from = s.indexOf('('), files = from < 0 ? {} : JSON.parse(s.slice(from + 1, s.lastIndexOf(')')));
      return Promise.all(Object.keys(files).map(function (n) {
        var bin = atob(files[n]), b = new Uint8Array(bin.length);
        for (var i = 0; i < b.length; i++) b[i] = bin.charCodeAt(i);
        return c.put(new URL(n, self.location).href, new Response(b));
      }));
    }).catch(function () {});
  }));
}

// sequence reads the number out of a list file: map of n, key 1, integer.
function sequence(b) {
  if (b.length < 12 || b[0] < 0x10 || b[0] > 0x13 || b[9] >> 5 !== 5 || b[10] !== 1) return -1;
  var n = b[11] & 31, v = n;
  if (b[11] >> 5 || n > 27) return -1;
  if (n >= 24) for (var i = 0, v = 0; i < 1 << (n - 24); i++) v = v * 256 + b[12 + i];
  return v;
}
function bytes(r) { return r ? r.clone().arrayBuffer().then(function (b) { return new Uint8Array(b); }) : Promise.resolve(new Uint8Array(0)); }

function fetched(request) {
  return new Promise(function (done) {
    var timer = setTimeout(function () { done(null); }, WAIT);
    fetch(request).then(function (r) { clearTimeout(timer); done(r && r.ok ? r : null); }, function () { clearTimeout(timer); done(null); });
  });
}
self.addEventListener('fetch', function (e) {
  var url = new URL(e.request.url);
  if (e.request.method !== 'GET' || url.origin !== self.location.origin || /\/(lists|l)\.js$/.test(url.pathname)) return;
  url.search = url.hash = '';
  if (/\/$/.test(url.pathname)) url.pathname += 'index.html';
  e.respondWith(caches.open(NAME).then(function (c) {
    return Promise.all([fetched(e.request), c.match(url.href)]).then(function (two) {
      return choose(two[0], two[1], /\.bin$/.test(url.pathname)).then(function (r) {
        if (r === two[0] && r) c.put(url.href, r.clone());
        return r || Response.error();
      });
    });
  }));
});
function choose(fresh, kept, list) {
  if (!fresh || !kept || !list) return Promise.resolve(fresh || kept);
  return Promise.all([bytes(fresh), bytes(kept)]).then(function (b) { return sequence(b[0]) >= sequence(b[1]) ? fresh : kept; });
}
