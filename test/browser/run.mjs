// `npm run test:browser`: the review page in a real browser. Says so and ends well where there is none.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium, withBrowser } from './chromium.mjs';
import { tryFilePage } from './file-page.mjs';
import { tryHostilePage } from './hostile-page.mjs';
import { tryLivePage } from './live-page.mjs';

const checks = { 'the page as a file': tryFilePage, 'a hostile tree': tryHostilePage, 'the page live': tryLivePage };

const chromium = findChromium();
if (chromium === null) process.stdout.write('no Chromium here: the review page was not tried\n');
else await tryAll(chromium);

async function tryAll(executable) {
  const scratch = mkdtempSync(join(tmpdir(), 'header-split-pages-'));
  try {
    const demo = join(scratch, 'demo');
    cpSync(fileURLToPath(new URL('../../manifests/demo/', import.meta.url)), demo, { recursive: true });
    const manifest = join(demo, 'volume.yaml');
    const text = readFileSync(manifest, 'utf8').replace(/^( {2}volume_p(?:read|write)): io$/gm, '$1:');
    writeFileSync(manifest, text);
    for (const [title, check] of Object.entries(checks)) {
      await withBrowser(executable, (context) => check(context, { demo, scratch }));
      process.stdout.write(`ok: ${title}\n`);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
