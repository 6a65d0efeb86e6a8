// The page of `verify`: sorted by clicks, read without a script, with what tests ran of the assertions.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessible, assert, openPage, soon, texts } from './checks.mjs';
import { runTool } from './tool.mjs';

/** The lines of a source with its assertion, of which the first never ran. */
function reportOf(root, path) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  const asserting = lines.flatMap((line, at) => (line.includes('assert(big_lock_held())') ? [at + 1] : []));
  const counts = asserting.map((line, at) => `DA:${line},${at}`);
  return `TN:\nSF:${path}\n${counts.join('\n')}\nend_of_record\n`;
}

export async function tryProofPage(context, { demo, scratch }) {
  const root = join(scratch, 'proof');
  cpSync(join(demo, 'project'), root, { recursive: true });
  const git = (...args) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: root });
  const commit = (title) => {
    git('add', '-A');
    git('commit', '-q', '-m', title);
  };
  git('init', '-q');
  commit('Begin');
  // The manifest of the other checks leaves two functions without a part.
  const manifest = join(scratch, 'proof.yaml');
  const whole = readFileSync(join(demo, 'volume.yaml'), 'utf8').replace(/^( {2}volume_p(?:read|write)):$/gm, '$1: io');
  writeFileSync(manifest, whole);
  runTool('apply', manifest, '-C', root);
  commit('Split <volume.h> & assert');
  const report = join(root, 'volume.info');
  writeFileSync(report, reportOf(root, 'src/volume.c'));
  const file = join(scratch, 'proof.html');
  const cc = ['--cc', 'gcc -std=gnu11 -Iinclude -O1', '--report', report];
  runTool('verify', manifest, '-C', root, '--range', 'HEAD~1..HEAD', ...cc, '--html', file);

  const { page, faults } = await openPage(context, pathToFileURL(file).href, 'header #theme');
  await soon(async () => assert.equal(await page.locator('h1').textContent(), 'Proof of 1 patch'));
  await soon(async () => assert.match(await page.locator('#patch-1').textContent(), /Split <volume\.h> & assert/));
  await page.click('summary');
  await accessible(page, 'proof');

  // Each table is sorted by each of its columns, both ways.
  const tables = page.locator('table.sortable');
  await soon(async () => assert.equal(await tables.count(), 5));
  for (let at = 0; at < (await tables.count()); at++) {
    const table = tables.nth(at);
    const heads = table.locator('th');
    for (let column = 0; column < (await heads.count()); column++) {
      const cells = async () => table.locator(`tbody td:nth-child(${column + 1})`).allTextContents();
      const compare = new Intl.Collator('en', { numeric: true }).compare;
      const sorted = (await cells()).sort(compare);
      await heads.nth(column).locator('button').click();
      await soon(async () => assert.equal(await heads.nth(column).getAttribute('aria-sort'), 'ascending'));
      await soon(async () => assert.deepEqual(await cells(), sorted));
      await heads.nth(column).locator('button').press('Enter');
      await soon(async () => assert.equal(await heads.nth(column).getAttribute('aria-sort'), 'descending'));
      await soon(async () => assert.deepEqual((await cells()).sort(compare), sorted));
      await soon(async () => assert.equal((await cells())[0], sorted.at(-1)));
    }
  }
  const parts = await texts(page, '#coverage table:first-of-type tbody tr');
  assert.deepEqual(parts.map((row) => row.split(/\s+/)[0]).sort(), ['graph']);
  await soon(async () => assert.equal(await page.locator('#coverage tr.never').count(), 1));
  const before = await page.evaluate('getComputedStyle(document.body).backgroundColor');
  await page.click('#theme');
  await soon(async () =>
    assert.notEqual(await page.evaluate('getComputedStyle(document.body).backgroundColor'), before),
  );
  await page.setViewportSize({ width: 420, height: 800 });
  await soon(async () => assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')));
  assert.deepEqual(faults, []);
  await page.close();
  await readWithoutScript(context, file);
}

async function readWithoutScript(context, file) {
  const browser = context.browser();
  const other = browser === null ? null : await browser.newContext({ javaScriptEnabled: false });
  const html = readFileSync(file, 'utf8');
  for (const word of ['include/volume-graph.h', 'src/snapshot.c', 'never ran', 'in no report'])
    assert.ok(html.includes(word), word);
  if (other === null) return;
  const page = await other.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.locator('summary').click();
  await soon(async () => assert.match(await page.locator('details[open]').textContent(), /src\/volume\.c/));
  await soon(async () => assert.match(await page.locator('#coverage').textContent(), /never ran/));
  await other.close();
}
