// Makes dist/library, what `import 'header-split'` gives: the exports of src/index.ts, taken from the bundle of the
// commands so that no code is there twice, and of their types the files that these reach.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `dist`: absolute, with what tsc made and the bundles. */
export function writeLibrary(dist) {
  for (const path of reachedTypes(dist, 'index.d.ts')) {
    const to = join(dist, 'library', path);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(dist, path), to);
  }
  const { loadBundle } = createRequire(import.meta.url)('../bin/load-bundle.js');
  const names = Object.keys(loadBundle(join(dist, 'bin/commands.cjs')).exports.library()).sort();
  writeFileSync(
    join(dist, 'library/index.js'),
    [
      "import { createRequire } from 'node:module';",
      "import { fileURLToPath } from 'node:url';",
      '',
      "const { loadBundle } = createRequire(import.meta.url)('../../bin/load-bundle.js');",
      "const bundle = fileURLToPath(new URL('../bin/commands.cjs', import.meta.url));",
      'export const {',
      ...names.map((name) => `  ${name},`),
      '} = loadBundle(bundle).exports.library();',
      '',
    ].join('\n'),
  );
}

function reachedTypes(dist, first) {
  const reached = new Set([first]);
  for (const path of reached) {
    const text = readFileSync(join(dist, path), 'utf8');
    for (const [, from] of text.matchAll(/\bfrom '(\.[^']*)\.ts';$/gm))
      reached.add(join(dirname(path), `${from}.d.ts`));
  }
  return reached;
}
