// `npm run test:browser`: the pages of review and verify in a real browser. Says so and ends well where there is none. With `-- DIR` the
// page of the QEMU sources below it.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium, withBrowser } from './chromium.mjs';
import { tryFilePage } from './file-page.mjs';
import { tryHostilePage } from './hostile-page.mjs';
import { tryLivePage } from './live-page.mjs';
import { tryProofPage } from './proof-page.mjs';
import { tryRealPage } from './real-page.mjs';

const checks = {
  'the page as a file': tryFilePage,
  'a hostile tree': tryHostilePage,
  'the page live': tryLivePage,
  'the page of verify': tryProofPage,
};

const chromium = findChromium();
if (chromium === null) process.stdout.write('no Chromium here: the review page was not tried\n');
else if (process.argv[2] === undefined) await tryAll(chromium);
else await tryReal(chromium, join(process.argv[2], 'qemu-5.2'));

async function tryReal(executable, root) {
  if (!existsSync(root)) {
    process.stdout.write(`no ${root}: the page of real headers was not tried\n`);
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'header-split-pages-'));
  try {
    await withBrowser(executable, (context) => tryRealPage(context, { root, scratch }));
    process.stdout.write('ok: the page of QEMU\n');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

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
