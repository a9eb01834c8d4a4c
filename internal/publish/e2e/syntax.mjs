// Parses every script of the pages as ES2015 (the WebAssembly glue apart,
// which only new browsers load). usage: node syntax.mjs FOLDER
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';

let bad = 0, parsed = 0;
for (const folder of [process.argv[2], path.join(process.argv[2], 'vendor')]) {
  for (const name of fs.readdirSync(folder).filter(n => n.endsWith('.js') && n !== 'zxing-reader.js')) {
    try {
      parse(fs.readFileSync(path.join(folder, name), 'utf8'), { ecmaVersion: 2015, sourceType: 'script' });
      parsed++;
    } catch (e) {
      bad++;
      console.log(`${name}: ${e.message}`);
    }
  }
}
console.log(`${parsed} scripts parsed`);
process.exit(bad || parsed < 14 ? 1 : 0);
