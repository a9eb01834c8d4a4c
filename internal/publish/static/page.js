// The verification page: the proof is in the address of this page itself.
(function () {
'use strict';
var P = self.ocopPage, site = self.ocopSite, box = document.getElementById('result');

// The text is judged as if it stood on paper: our address, this query, this
// fragment. Where the page itself is open is said apart.
function text() { return site.bases[0] + '/v/' + location.search + location.hash; }
function draw() {
  document.getElementById('start').hidden = !!(location.hash || location.search);
  if (!location.hash && !location.search) {
    P.clear(box);
    P.able(box);
    return;
  }
  P.look(box, text()).then(function () { document.body.setAttribute('data-done', '1'); });
}
addEventListener('hashchange', draw);
P.start(draw);
draw();
})();
