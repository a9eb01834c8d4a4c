// One function, without imports, so that it can be sent into a page as text.
export async function runCases(self, files, sets) {
  const S = self.ocopSeal, V = self.ocopVerify, failures = [], outcomes = {};
  const filesOf = name => {
    const set = sets[name];
    const all = Object.assign({}, set.from ? filesOf(set.from) : {});
    for (const [file, text] of Object.entries(set.files)) {
      if (text === null) delete all[file];
      else all[file] = text;
    }
    return all;
  };
  let cases = 0;
  for (const file of files) {
    for (const c of file.cases) {
      cases++;
      const lists = filesOf(c.lists), seen = new Map(Object.entries(c.seen || {}));
      const env = {
        bases: file.bases, roots: (sets[c.lists].roots || file.roots).map(S.unhex),
        sampleRoot: S.unhex(self.ocopSite.sample[0]), sampleCert: S.unhex(self.ocopSite.sample[1]),
        baked: lists.baked ? S.unbase64(lists.baked) : null, seen,
        load: name => Promise.resolve(name in lists ? S.unbase64(lists[name]) : null), now: Date.parse(c.now || file.now),
      };
      const wrong = [], is = (what, got, want) => { if (got !== want) wrong.push(`${what} ${got}, want ${want}`); };
      const o = await V.check(c.text, env);
      is('outcome', o.code, c.outcome);
      is('sample', !!o.sample, !!c.sample);
      is('inside', !!o.inside, !!c.inside);
      for (const n of c.notes || []) if (!o.notes.some(x => x.code === n)) wrong.push(`no note ${n} but ${o.notes.map(x => x.code)}`);
      // the layers in between
      const digits = S.readText(c.text).digits;
      is('digits', digits, c.digits || '');
      const raw = S.decodeDigits(digits), f = raw && S.parseFrame(raw);
      is('frame', f ? S.hex(raw) : undefined, c.frame);
      if (f && c.identity) {
        const id = await S.sha256(f.signed);
        is('identity', S.hex(id), c.identity);
        is('code', S.code(id), c.code);
        let body, fields;
        try {
          body = f.form === 2 ? self.inflateRaw(f.payload, S.dictionary, 1024) : f.payload;
        } catch (e) { body = null; }
        is('body', body ? S.hex(body) : undefined, c.body || (body ? '' : undefined));
        try {
          fields = {};
          S.decodeBody(f).raw.forEach((v, k) => { fields[k] = typeof v === 'object' ? "h'" + S.hex(v) + "'" : v; });
        } catch (e) { fields = undefined; }
        is('fields', JSON.stringify(fields && Object.entries(fields).sort()), JSON.stringify(c.fields && Object.entries(c.fields).sort()));
      }
      const shown = o.body && ['body', 'struck'].includes(self.ocopSite.outcomes[o.code].show);
      if ('CKAVUN'.includes(o.code) && shown) wrong.push('shows fields');
      outcomes[o.code] = (outcomes[o.code] || 0) + 1;
      if (wrong.length) failures.push(c.name + ': ' + wrong.join('; '));
    }
  }
  return { cases, failures, outcomes };
}
