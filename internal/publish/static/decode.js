// Pictures → texts of QR codes: the browser's own detector, then the small
// decoder (vendor/qr-decode.js), then zxing as WebAssembly when asked to try
// harder. Each is loaded only when it is needed.
(function (root) {
'use strict';
var P = root.ocopPage, native = null, small = null, wasm = null;

function nativeDetector() {
  if (native !== null) return native;
  native = Promise.resolve(false);
  if (root.BarcodeDetector) {
    native = root.BarcodeDetector.getSupportedFormats().then(function (f) {
      return f.indexOf('qr_code') >= 0 && new root.BarcodeDetector({ formats: ['qr_code'] });
    }).catch(function () { return false; });
  }
  return native;
}
function smallDecoder() {
  if (!small) small = P.include('vendor/qr-decode.js').then(function () { return root.decodeQR; });
  return small;
}
function strongDecoder() {
  if (!wasm) {
    wasm = P.include('vendor/zxing-reader.js').then(function () {
      var z = root.ZXingWASM;
      if (!z || !root.WebAssembly) return null;
      z.prepareZXingModule({ overrides: { locateFile: function () { return 'vendor/zxing-reader.wasm'; } } });
      return z;
    });
  }
  return wasm;
}

function unique(list) { return list.filter(function (t, i) { return t && list.indexOf(t) === i; }); }

function pixels(source, w, h, long) {
  var f = Math.min(1, long / Math.max(w, h)), c = document.createElement('canvas');
  c.width = Math.max(1, Math.round(w * f));
  c.height = Math.max(1, Math.round(h * f));
  var g = c.getContext('2d', { willReadFrequently: true });
  g.fillStyle = '#fff';
  g.fillRect(0, 0, c.width, c.height);
  g.drawImage(source, 0, 0, c.width, c.height);
  return g.getImageData(0, 0, c.width, c.height);
}
// bySmall reads one code at each scale; a second one is looked for where the
// first is whited out.
function bySmall(source, w, h, effort) {
  return smallDecoder().then(function (decode) {
    if (!decode) return [];
    var scales = effort > 1 ? [1280, 2000, 800, 3000, 500] : [1280], out = [];
    for (var i = 0; i < scales.length && !out.length; i++) {
      var img = pixels(source, w, h, scales[i]);
      for (var again = 0; again < 3; again++) {
        var corners = null;
        try {
          out.push(decode(img, { timeLimit: effort > 1 ? 400 : 40, effort: effort > 1 ? 8 : 2, pointsOnDetect: function (p) { corners = p; } }));
        } catch (e) { break; }
        if (!corners || !corners.boundingBox) break;
        blank(img, corners.boundingBox);
      }
    }
    return out;
  });
}
function blank(img, b) {
  for (var y = Math.max(0, Math.floor(b.y)); y < Math.min(img.height, b.y + b.height); y++)
    for (var x = Math.max(0, Math.floor(b.x)); x < Math.min(img.width, b.x + b.width); x++)
      img.data.fill(255, 4 * (y * img.width + x), 4 * (y * img.width + x) + 4);
}
function byStrong(source, w, h) {
  return strongDecoder().then(function (z) {
    if (!z) return [];
    return z.readBarcodes(pixels(source, w, h, 3000), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 }).then(function (found) {
      return found.filter(function (f) { return f.isValid; }).map(function (f) { return f.text; });
    });
  }).catch(function () { return []; });
}

// texts reads a frame or a picture. effort 1 is for live frames, 2 for
// pictures, 3 asks for the strong decoder.
function texts(source, w, h, effort) {
  if (!w || !h) return Promise.resolve([]);
  return nativeDetector().then(function (d) {
    return d ? d.detect(source).then(function (found) { return found.map(function (f) { return f.rawValue; }); }, function () { return []; }) : [];
  }).then(function (list) {
    return list.length ? list : bySmall(source, w, h, effort);
  }).then(function (list) {
    return list.length || effort < 3 ? list : byStrong(source, w, h);
  }).then(unique);
}

// pictureTexts reads an image file.
function pictureTexts(blob, effort) {
  return root.createImageBitmap(blob).then(function (bitmap) {
    if (bitmap.width * bitmap.height > 60e6) return [];
    return texts(bitmap, bitmap.width, bitmap.height, effort);
  }, function () { return []; });
}

// pdfTexts reads what a PDF carries without drawing it: addresses written in
// it, and the JPEG pictures of scanned pages.
function pdfTexts(blob, effort) {
  return blob.arrayBuffer().then(function (buffer) {
    var b = new Uint8Array(buffer), found = links(b), spans = jpegs(b).slice(0, 60);
    return spans.reduce(function (before, s) {
      return before.then(function () {
        return pictureTexts(new Blob([b.subarray(s[0], s[1])], { type: 'image/jpeg' }), effort).then(function (t) { found = found.concat(t); });
      });
    }, Promise.resolve()).then(function () { return unique(found); });
  });
}
function links(b) {
  var out = [], text = new TextDecoder('latin1').decode(b.subarray(0, 32 << 20)), m, find = /https?:\/\/[^\s()<>"]{1,200}\/v\/\?[^\s()<>"#]{0,60}#[0-9]{60,800}/g;
  while ((m = find.exec(text)) && out.length < 200) out.push(m[0]);
  return out;
}
function jpegs(b) {
  var out = [], from = -1;
  for (var i = 0; i + 2 < b.length; i++) {
    if (b[i] !== 0xff) continue;
    if (b[i + 1] === 0xd8 && b[i + 2] === 0xff && from < 0) from = i;
    else if (b[i + 1] === 0xd9 && from >= 0) { out.push([from, i + 2]); from = -1; }
  }
  return out;
}

root.ocopDecode = { texts: texts, pictureTexts: pictureTexts, pdfTexts: pdfTexts };
})(self);
