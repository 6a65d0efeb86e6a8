// What a hostile tree says is text, and nothing leaves the page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert, openPage, texts } from './checks.mjs';
import { writeHostileTree } from './hostile-tree.mjs';
import { runTool } from './tool.mjs';

export async function tryHostilePage(context, { scratch }) {
  const { root, manifest } = writeHostileTree(scratch);
  const file = join(scratch, 'hostile.html');
  runTool('review', manifest, '-C', root, '-o', file);
  assert.ok(readFileSync(file).length < 400_000, 'a comment of a megabyte is shortened');
  const { page, faults } = await openPage(context, pathToFileURL(file).href);
  assert.deepEqual(await texts(page, '.row.fn .c-fn'), ['plain', 'turned‹U+202E›', 'long_comment', 'javascript_url']);
  assert.match(
    await page.locator('[aria-label=Declaration] pre').textContent(),
    /<\/script><\/template>.*<img src=x onerror=/,
  );
  assert.match(await page.inputValue('#why'), /<img src=x/);
  assert.match(await page.locator('.places').textContent(), /<img src=x onerror=window.hit=1>\/a's "file".c:2/);
  for (const view of ['p', 's', 'l']) {
    await page.keyboard.press(view);
    assert.doesNotMatch(await page.locator('main').textContent(), /[\u202a-\u202e\u2066-\u2069\u200b]/);
  }
  await page.keyboard.press('p');
  await page.click('#whole');
  await page.waitForSelector('.whole svg');
  assert.match(await page.locator('.whole').textContent(), /turned‹U\+202E›/);
  await page.keyboard.press('s');
  for (const one of await page.locator('.split-view .tools button').all()) await one.click();
  await page.keyboard.press('l');
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  assert.match(await page.locator('[aria-label=Declaration] pre').textContent(), /\d{6,} characters are left out here/);
  await page.keyboard.press('x');
  assert.match(await page.inputValue('.export'), /^"turned\u202e": common$/m);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate('window.hit'), undefined);
  assert.deepEqual(faults, []);
  await tryPolicy(page);
  await page.close();
}

/** The policy holds for what would get into the page all the same. */
async function tryPolicy(page) {
  let hits = 0;
  const server = createServer((_, response) => {
    hits++;
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const elsewhere = `http://127.0.0.1:${server.address().port}/x.png`;
  const markup = `<img src="${elsewhere}" onerror="window.hit=2"><b onclick="window.hit=3" id="bad">x</b><iframe src="${elsewhere}"></iframe>`;
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(markup)})`);
  await page.evaluate(`document.getElementById('bad').click()`);
  await page.evaluate(`fetch(${JSON.stringify(elsewhere)}, { mode: 'no-cors' }).catch(() => {})`);
  await page.evaluate(`navigator.sendBeacon(${JSON.stringify(elsewhere)})`);
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate('window.hit'), undefined);
  assert.equal(hits, 0);
  server.close();
}
