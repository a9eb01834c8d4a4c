// What the page makes of typed numbers, one JSON line for each argument.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const [site, ...typed] = process.argv.slice(2);
const context = vm.createContext({ TextEncoder, TextDecoder, atob, Uint8Array });
context.self = context;
for (const name of ['seal.js', 'typed.js']) vm.runInContext(fs.readFileSync(path.join(site, 'v', name), 'utf8'), context);
for (const t of typed) console.log(JSON.stringify(context.ocopTyped.candidates(t)));
