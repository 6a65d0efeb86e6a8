// What a hostile tree says is text, and nothing leaves the page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessible, assert, chosen, holds, nothingSticksOut, openPage, says, soon, texts } from './checks.mjs';
import { writeHostileTree } from './hostile-tree.mjs';
import { runTool, startServer } from './tool.mjs';

export async function tryHostilePage(context, { scratch }) {
  const { root, manifest } = writeHostileTree(scratch);
  const file = join(scratch, 'hostile.html');
  runTool('review', manifest, '-C', root, '-o', file);
  assert.ok(readFileSync(file).length < 400_000, 'a comment of a megabyte is shortened');
  const { page, faults } = await openPage(context, pathToFileURL(file).href);
  const names = await texts(page, '.row.fn .c-fn');
  assert.deepEqual(names.slice(0, 4), ['plain', 'turned‹U+202E›', 'long_comment', 'javascript_url']);
  assert.deepEqual(names.slice(4, 6), ['__proto__', 'constructor']);
  assert.match(names[6], /^long_n{1000}$/);
  await nothingSticksOut(page);
  await soon(async () =>
    assert.match(
      await page.locator('[aria-label=Declaration] pre').textContent(),
      /<\/script><\/template>.*<img src=x onerror=/,
    ),
  );
  await soon(async () => assert.match(await page.inputValue('#why'), /<img src=x/));
  await soon(async () =>
    assert.match(await page.locator('.places').textContent(), /<img src=x onerror=window.hit=1>\/a's "file".c:2/),
  );
  for (const view of ['p', 's', 'l']) {
    await page.keyboard.press(view);
    await soon(async () =>
      assert.doesNotMatch(await page.locator('main').textContent(), /[\u202a-\u202e\u2066-\u2069\u200b]/),
    );
  }
  await page.keyboard.press('p');
  await page.click('#whole');
  await page.waitForSelector('.whole svg');
  await soon(async () => assert.match(await page.locator('.whole').textContent(), /turned‹U\+202E›/));
  await page.keyboard.press('s');
  for (const one of await page.locator('.split-view .tools button').all()) await one.click();
  await page.keyboard.press('l');
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await soon(async () =>
    assert.match(
      await page.locator('[aria-label=Declaration] pre').textContent(),
      /\d{6,} characters are left out here/,
    ),
  );
  await page.click('.row.fn:has-text("__proto__")');
  await soon(async () =>
    assert.match(
      await page.locator('[aria-label=Declaration] pre').textContent(),
      /<!-- --> \]\]> <!\[CDATA\[ &lt;b&gt; &#60; \\u003cscript\\u003e \$\{7\*7\} \{\{7\*7\}\} ‹U\+007F›/,
    ),
  );
  await page.keyboard.press('j');
  await soon(async () => assert.equal(await chosen(page), 'constructor'));
  await soon(async () => assert.equal(await page.inputValue('#why'), ']]> <!-- \ud800 \0'));
  await soon(async () => assert.ok((await page.locator('[aria-label=Definition] pre').textContent()).length < 20_000));
  await page.keyboard.press('j');
  await nothingSticksOut(page);
  await page.keyboard.press('p');
  await nothingSticksOut(page);
  await accessible(page, 'hostile names');
  await page.keyboard.press('l');
  await page.keyboard.press('x');
  await soon(async () => assert.match(await page.inputValue('.export'), /^"turned\u202e": common$/m));
  await page.keyboard.press('Escape');
  await soon(async () => assert.equal(await page.evaluate('window.hit'), undefined));
  assert.deepEqual(faults, []);
  await tryPolicy(page);
  await page.close();
  await tryServed(context, { root, manifest });
}

/** The same from a server: what is decided comes back, and is as harmless. */
async function tryServed(context, { root, manifest }) {
  const server = await startServer(manifest, '-C', root);
  const { page, faults } = await openPage(context, server.address);
  await page.click('.row.fn:has-text("__proto__")');
  await page.keyboard.press('1');
  await says(page, '__proto__ → common, written to');
  await page.fill('#why', '</script><img src=x onerror=window.hit=1> "]]>');
  await page.keyboard.press('Enter');
  await holds(page, () => readFileSync(manifest, 'utf8').includes('why: "</script><img src=x'), 'a hostile reason');
  await page.reload();
  await page.waitForSelector('.top');
  for (const key of ['p', 's', 'l', 'j', 'k']) await page.keyboard.press(key);
  await soon(async () => assert.equal(await page.evaluate('window.hit'), undefined));
  assert.deepEqual(faults, []);
  await page.close();
  server.kill('SIGINT');
  await server.ended;
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
  await soon(async () => assert.equal(await page.evaluate('window.hit'), undefined));
  assert.equal(hits, 0);
  server.close();
}
