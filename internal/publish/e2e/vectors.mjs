// Runs the published vectors through the page's own scripts, here in Node or
// in a browser (browser.mjs loads this file's runCases as text).
// usage: node vectors.mjs SITE VECTORS
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { webcrypto } from 'node:crypto';
import { runCases } from './cases.mjs';

const [site, vectors] = process.argv.slice(2);
const context = vm.createContext({ crypto: webcrypto, TextEncoder, TextDecoder, atob, console, setTimeout, Uint8Array });
context.self = context;
for (const name of ['vendor/fflate-inflate.js', 'seal.js', 'verify.js', 'typed.js', 'site.js']) {
  vm.runInContext(fs.readFileSync(path.join(site, 'v', name), 'utf8'), context, { filename: name });
}
const read = name => JSON.parse(fs.readFileSync(path.join(vectors, name), 'utf8'));
const files = fs.readdirSync(vectors).filter(n => n.endsWith('.json') && n !== 'lists.json').map(read);
const result = await runCases(context, files, read('lists.json'));
for (const f of result.failures) console.log('FAIL ' + f);
console.log(JSON.stringify({ cases: result.cases, failures: result.failures.length, outcomes: result.outcomes }));
process.exit(result.failures.length ? 1 : 0);
