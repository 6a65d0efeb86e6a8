// Writes docs/review.png: the review page of the demo as Chromium shows it, with a few functions still without part.
// Nothing is written where there is no Chromium.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findChromium, withBrowser } from '../test/browser/chromium.mjs';
import { runTool } from '../test/browser/tool.mjs';

const picture = fileURLToPath(new URL('../docs/review.png', import.meta.url));
const chromium = findChromium();
if (chromium === null) process.stderr.write('no Chromium here: docs/review.png stays as it is\n');
else await withBrowser(chromium, takePicture);

async function takePicture(context) {
  const folder = mkdtempSync(join(tmpdir(), 'header-split-picture-'));
  try {
    cpSync(fileURLToPath(new URL('../manifests/demo/', import.meta.url)), folder, { recursive: true });
    const manifest = join(folder, 'volume.yaml');
    const open = /^( {2}volume_(?:pread|pwrite|resize|poll)): \w+$/gm;
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(open, '$1:'));
    const file = join(folder, 'review.html');
    runTool('review', manifest, '-C', join(folder, 'project'), '-o', file);
    const page = await context.newPage();
    await page.setViewportSize({ width: 1120, height: 640 });
    await page.goto(pathToFileURL(file).href);
    await page.click('.row.fn:has-text("volume_pread")');
    await page.mouse.move(0, 0);
    await page.screenshot({ path: picture });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
