// A small static server, https and http, that can be switched off and told to
// answer otherwise.
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';

export async function serve(plan) {
  const state = { dir: plan.site, override: {}, requests: [] };
  const answer = (req, res) => {
    let name = decodeURIComponent(new URL(req.url, 'https://x').pathname).replace(/^\//, '');
    if (name === '' || name.endsWith('/')) name += 'index.html';
    state.requests.push(req.url);
    const other = state.override[name];
    if (other) return other(res);
    const file = path.join(state.dir, name);
    if (!file.startsWith(state.dir) || !fs.existsSync(file)) {
      res.writeHead(404).end('404');
      return;
    }
    res.writeHead(200, plan.headers[name] || {}).end(fs.readFileSync(file));
  };
  const secure = https.createServer({ key: fs.readFileSync(plan.key), cert: fs.readFileSync(plan.cert) }, answer);
  const plain = http.createServer(answer);
  await new Promise(r => secure.listen(0, '127.0.0.1', r));
  await new Promise(r => plain.listen(0, '127.0.0.1', r));
  state.port = secure.address().port;
  state.plainPort = plain.address().port;
  state.off = () => Promise.all([secure, plain].map(s => new Promise(r => { s.close(r); s.closeAllConnections(); })));
  return state;
}
