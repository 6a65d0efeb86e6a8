// The page of QEMU's three headers: 371 functions of a tree that nobody here wrote.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { accessible, assert, becomes, chosen, nothingSticksOut, openPage, soon, texts } from './checks.mjs';
import { runTool } from './tool.mjs';

const manifests = ['block', 'block_int', 'block-backend'].map((name) =>
  fileURLToPath(new URL(`../../manifests/qemu/5.2/${name}.yaml`, import.meta.url)),
);

export async function tryRealPage(context, { root, scratch }) {
  const file = join(scratch, 'qemu.html');
  runTool('review', ...manifests, '-C', root, '-o', file);
  const { page, faults } = await openPage(context, pathToFileURL(file).href);
  const shown = `document.querySelector('.shown').textContent`;
  await soon(async () => assert.match(await page.locator('.share').textContent(), /^371 of 371/));
  await becomes(page, shown, '371 functions');
  await accessible(page, 'list');
  await nothingSticksOut(page);
  // Only rows in sight are drawn, and the last one is reached.
  await soon(async () => assert.ok((await page.locator('.row.fn').count()) < 100));
  await page.keyboard.press('End');
  await soon(async () => assert.match(await chosen(page), /^blk_/));
  await becomes(page, isInSight, true);
  await page.keyboard.press('PageUp');
  await becomes(page, isInSight, true);
  await printWhole(page);
  await soon(async () =>
    assert.equal(await page.locator('.sort.c-sug').isVisible(), false, 'no column without anything in it'),
  );
  await page.selectOption('#by-status', 'contradicted');
  const disputed = await texts(page, '.row.fn .c-fn');
  assert.ok(disputed.includes('bdrv_pwrite_sync'));
  await page.click('.row.fn:has-text("bdrv_pwrite_sync")');
  await soon(async () =>
    assert.match(await page.locator('[aria-label=Findings]').textContent(), /bdrv_pwrite_sync \(io\) calls bdrv_flush/),
  );
  await accessible(page, 'detail');
  await tryDetails(page);
  await tryKeys(page);
  await page.click('.row.fn:has-text("bdrv_pwrite_sync")');
  await page.keyboard.press('p');
  await soon(async () => assert.ok((await page.locator('.around .e.bad').count()) > 0, 'forbidden calls are red'));
  await accessible(page, 'picture');
  await page.click('#whole');
  await page.waitForSelector('.whole svg');
  await soon(async () => assert.ok((await page.locator('.whole a.n').count()) > 100));
  await becomes(page, isCentred, true);
  await soon(async () => assert.ok((await page.locator('.whole .e.bad').count()) > 5));
  await page.keyboard.press('s');
  await soon(async () => assert.equal(await page.locator('.split-view .tools button').count(), 12));
  for (const one of await page.locator('.split-view .tools button').all()) {
    await one.click();
    await soon(async () => assert.ok((await page.locator('.run').count()) > 0));
  }
  await accessible(page, 'split');
  await nothingSticksOut(page);
  const { stdout: stat } = runTool('diff', ...manifests, '-C', root, '--stat', '--color', 'never');
  await soon(async () =>
    assert.equal((await page.locator('[aria-label=Diffstat] pre').textContent()).trim(), stat.trim()),
  );
  assert.deepEqual(faults, []);
  await page.close();
}

const isInSight = `(() => {
  const list = document.getElementById('rows').getBoundingClientRect();
  const row = document.querySelector('.row.selected')?.getBoundingClientRect();
  return row !== undefined && row.top >= list.top && row.bottom <= list.bottom;
})()`;

/** The whole picture opens where the chosen function is. */
const isCentred = `(() => {
  const box = document.querySelector('.whole').getBoundingClientRect();
  const here = document.querySelector('.whole a.n.here')?.getBoundingClientRect();
  return here !== undefined && here.top >= box.top && here.bottom <= box.bottom;
})()`;

/** On paper the list is whole, light, and nothing is cut; afterwards it is as before. */
async function printWhole(page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
  await soon(async () => assert.equal(await page.locator('.row.fn').count(), 371));
  const last = await page.locator('.row.fn').last().boundingBox();
  const detail = await page.locator('.pane.detail').boundingBox();
  assert.ok(last.y > 371 * 20 && detail.y > last.y, 'one below the other');
  await soon(async () =>
    assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(251, 250, 248)'),
  );
  await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
  await page.emulateMedia({ media: null, colorScheme: null });
  await becomes(page, `document.querySelectorAll('.row.fn').length < 100`, true);
}

/** What is told of one function, and where it leads. */
async function tryDetails(page) {
  await page.selectOption('#by-status', 'all');
  await page.focus('#rows');
  await page.keyboard.press('/');
  await page.keyboard.type('blk_unref');
  await page.keyboard.press('Enter');
  await soon(async () => assert.equal(await chosen(page), 'blk_unref'));
  const text = (section) => page.locator(`[aria-label="${section}"]`).first().textContent();
  await soon(async () =>
    assert.match(
      await page.locator('.places').textContent(),
      /declared include\/sysemu\/block-backend\.h:\d+.*defined block\/block-backend\.c:\d+/,
    ),
  );
  await soon(async () => assert.match(await text('Declaration'), /void blk_unref\(BlockBackend \*blk\);/));
  await soon(async () => assert.match(await text('Definition'), /void blk_unref\(BlockBackend \*blk\)\s*\{/));
  await soon(async () => assert.match(await text('Evidence'), /for and against/));
  await soon(async () => assert.ok((await page.locator('.evidence .for').count()) > 0));
  await soon(async () => assert.match(await text('Called by'), /graph \d+/));
  await soon(async () => assert.match(await text('Called by'), /from [\s\S]*BlockDriver\./));
  await soon(async () => assert.match(await text('Calls'), /blk_drain/));
  const more = page.locator('[aria-label="Called by"] details.more').first();
  await soon(async () => assert.equal(await more.locator('li').count(), 0, 'what is folded is not drawn'));
  await more.locator('summary').click();
  await more.locator('li').first().waitFor();
  await page.click('[aria-label=Calls] .link:has-text("blk_drain")');
  await soon(async () => assert.equal(await chosen(page), 'blk_drain'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('bdrv_default_perms');
  await page.keyboard.press('Enter');
  await soon(async () => assert.match(await text('Roles'), /is BlockDriver\.bdrv_child_perm/));
  await soon(async () => assert.match(await text('Declaration'), /\/\*[\s\S]*\*\//, 'with its comment'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.selectOption('#by-group', 'section');
  await page.focus('#rows');
  await page.keyboard.press('Home');
  await becomes(page, `document.querySelector('.row.group') !== null`, true);
  await page.selectOption('#by-group', 'none');
}

/** A part, a reason, undo, and what is exported of them. */
async function tryKeys(page) {
  await page.focus('#rows');
  await page.keyboard.press('Home');
  const first = await chosen(page);
  await page.keyboard.press('2');
  await page.keyboard.press('k');
  await page.keyboard.press('w');
  await page.keyboard.type(' seen', { delay: 0 });
  await page.keyboard.press('Enter');
  await page.focus('#rows');
  await page.keyboard.press('x');
  const lists = (await page.locator('.export').evaluateAll((all) => all.map(({ value }) => value))).join('\n');
  assert.ok(new RegExp(`^${first}: (?:graph|\\{ part: graph, why: ".*seen" \\})$`, 'm').test(lists), lists);
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await soon(async () => assert.equal((await page.locator('#export').textContent()).trim(), 'Export'));
}
