// The scan page: camera, picture, PDF, USB scanner, typed number. A code is
// judged by its key, never opened as an address.
(function () {
'use strict';
var P = self.ocopPage, D = self.ocopDecode, V = self.ocopVerify, S = self.ocopSeal, T = self.ocopTyped;
function id(name) { return document.getElementById(name); }
var box = id('result'), stream = null, timer = 0, again = function () {}, lastFile = null;

function hint(code, blanks) { id('hint').textContent = code ? P.word(code, blanks) : ''; }

// found shows one code, or asks which one is meant: never mixes two.
function found(texts) {
  id('choice').hidden = true;
  if (texts.length === 1) {
    again = function () { return P.look(box, texts[0]).then(done); };
    return again();
  }
  again = function () { return found(texts); };
  P.clear(box);
  id('choice').hidden = false;
  id('choice-title').textContent = P.word('scan-two', { n: texts.length });
  var row = P.clear(id('choices'));
  texts.forEach(function (t, i) {
    var b = P.el('button', '', P.word('scan-pick', { n: i + 1 }) + describe(t));
    b.type = 'button';
    b.addEventListener('click', function () { found([t]); });
    row.appendChild(b);
  });
  return Promise.resolve();
}
function describe(t) {
  var x = S.readText(t);
  return x.host ? ' – ' + x.host + (S.validID(x.id) ? ' ' + x.id : '') : '';
}
function done() {
  document.body.setAttribute('data-done', String(Number(document.body.getAttribute('data-done') || 0) + 1));
  if (box.scrollIntoView) box.scrollIntoView({ block: 'nearest' });
}

// The camera: at least 1280 × 720, the one at the back, zoom and light where
// there are any.
function camera() {
  if (stream) return stop();
  if (!P.able(box)) return;
  if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) return hint('scan-no-camera');
  navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, width: { min: 640, ideal: 1920 }, height: { min: 480, ideal: 1080 } } }).then(function (s) {
    stream = s;
    P.clear(box);
    id('view').hidden = false;
    id('camera').textContent = P.word('scan-stop');
    hint('scan-searching');
    var video = id('video');
    video.srcObject = s;
    extras(s.getVideoTracks()[0]);
    return video.play().then(function () { tick(video); });
  }).catch(function () { hint('scan-no-camera'); });
}
function extras(track) {
  var can = track.getCapabilities ? track.getCapabilities() : {}, zoom = id('zoom');
  id('torch').hidden = !can.torch;
  id('zoom-label').hidden = !can.zoom;
  if (can.zoom) {
    zoom.min = can.zoom.min; zoom.max = can.zoom.max; zoom.step = can.zoom.step || 0.1; zoom.value = can.zoom.min;
    zoom.oninput = function () { track.applyConstraints({ advanced: [{ zoom: Number(zoom.value) }] }).catch(function () {}); };
  }
  var on = false;
  id('torch').onclick = function () { on = !on; track.applyConstraints({ advanced: [{ torch: on }] }).catch(function () {}); };
  if (can.focusMode && can.focusMode.indexOf('continuous') >= 0) track.applyConstraints({ advanced: [{ focusMode: 'continuous' }] }).catch(function () {});
}
function tick(video) {
  var from = Date.now(), tries = 0;
  (function next() {
    if (!stream) return;
    tries++;
    // after eight seconds every fourth frame is read with the strong decoder
    D.texts(video, video.videoWidth, video.videoHeight, Date.now() - from > 8000 && tries % 4 === 0 ? 3 : 1).then(function (texts) {
      if (!stream) return;
      if (!texts.length) { timer = setTimeout(next, 120); return; }
      stop();
      if (navigator.vibrate) navigator.vibrate(60);
      found(texts);
    });
  })();
}
function stop() {
  if (stream) stream.getTracks().forEach(function (t) { t.stop(); });
  stream = null;
  clearTimeout(timer);
  id('view').hidden = true;
  id('torch').hidden = id('zoom-label').hidden = true;
  id('camera').textContent = P.word('scan-camera');
  hint('');
}

function file(effort) {
  if (!lastFile) return;
  stop();
  P.clear(box);
  hint('page-checking');
  var pdf = lastFile.type === 'application/pdf' || /\.pdf$/i.test(lastFile.name);
  (pdf ? D.pdfTexts : D.pictureTexts)(lastFile, effort).then(function (texts) {
    id('stronger').hidden = effort > 2;
    if (texts.length) { hint(''); id('stronger').hidden = true; return found(texts); }
    hint(pdf ? 'scan-pdf-none' : 'scan-none');
    done();
  });
}

// typed takes a whole code from a USB scanner, or a number.
function typed() {
  var s = id('typed').value;
  if (/^\s*https?:/i.test(s) || /^\s*#?[0-9]{60,}\s*$/.test(s)) {
    hint('');
    return found([s]);
  }
  if (!P.able(box)) return;
  var t = T.find(s);
  if (!t.id) {
    P.clear(box);
    hint('scan-check-wrong');
    return done();
  }
  again = function () { return lookUp(t.id); };
  return again();
}
function lookUp(number) {
  return V.row(P.env(), number).then(function (r) {
    P.clear(box);
    if (!r) {
      hint('scan-not-listed', { day: V.dateOf(V.dayOf(self.ocopSite.made)) });
      return done();
    }
    hint('');
    // A number alone proves nothing: it is shown as a cut-off code is.
    P.show(box, { code: 'F', row: r, notes: [], id: number });
    done();
  });
}

id('camera').addEventListener('click', camera);
id('file').addEventListener('change', function (e) { lastFile = e.target.files[0]; file(2); });
id('stronger').addEventListener('click', function () { file(3); });
id('form').addEventListener('submit', function (e) { e.preventDefault(); typed(); });
document.addEventListener('visibilitychange', function () { if (document.hidden) stop(); });
P.start(function () { again(); });
P.able(box);
})();
