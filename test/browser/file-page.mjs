// The page as a file: every feature clicked and typed.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessible, assert, becomes, chosen, nothingSticksOut, openPage, soon, texts } from './checks.mjs';
import { runTool } from './tool.mjs';

/** @param demo A copy of the demo, with a manifest in which `volume_pread` and `volume_pwrite` have no part. */
export async function tryFilePage(context, { demo, scratch }) {
  const file = join(scratch, 'review.html');
  const said = runTool('review', join(demo, 'volume.yaml'), '-C', join(demo, 'project'), '-o', file).stderr;
  assert.match(said, /21 functions, 19 with a part/);
  const { page, faults } = await openPage(context, pathToFileURL(file).href);
  const rows = () => texts(page, '.row.fn .c-fn');

  await soon(async () => assert.equal((await rows()).length, 21));
  await soon(async () => assert.equal(await page.locator('.share').textContent(), '19 of 21 90 %'));
  await accessible(page, 'list');
  await nothingSticksOut(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 800 });
  const isCut = `[...document.querySelectorAll('.row .c-file, .row .c-part, .row .c-sug')].filter((one) =>
    one.scrollWidth > one.clientWidth).map((one) => one.textContent)`;
  await soon(async () => assert.deepEqual(await page.evaluate(isCut), [], 'no file, part or suggestion is cut'));
  await page.setViewportSize(size);

  // Keys: along the list, a part, a reason, undo.
  await page.keyboard.press('j');
  await soon(async () => assert.equal(await chosen(page), 'volume_open'));
  await page.keyboard.press('k');
  await soon(async () => assert.equal(await chosen(page), 'volume_register_driver'));
  await soon(async () =>
    assert.equal(await page.inputValue('#why'), 'drivers register in constructors, before main() can take the lock'),
  );
  await page.keyboard.press('n');
  await soon(async () => assert.equal(await chosen(page), 'volume_pread'));
  await page.keyboard.press('3');
  await soon(async () => assert.equal(await chosen(page), 'volume_pwrite'));
  await page.keyboard.press('u');
  await soon(async () => assert.equal(await chosen(page), 'volume_pread'));
  await soon(async () => assert.equal(await page.locator('.share').textContent(), '19 of 21 90 %'));
  await page.keyboard.press('2');
  await page.keyboard.press('k');
  await page.keyboard.press('0');
  await soon(async () => assert.equal(await page.locator('.pick[aria-pressed=true]').count(), 0));
  await page.keyboard.press('3');
  await page.keyboard.press('k');
  await page.keyboard.press('w');
  await page.keyboard.type('reads only: "1 2 3"');
  await page.keyboard.press('Enter');
  await page.keyboard.press('k');
  await becomes(page, 'document.activeElement.tagName', 'BODY');

  // Several at once, by marks.
  await page.focus('#rows');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await soon(async () => assert.match(await page.locator('.shown').textContent(), /2 marked/));
  await accessible(page, 'marks');
  await page.keyboard.press('1');
  await soon(async () => assert.match(await page.locator('.said').textContent(), /2 functions → common/));
  await soon(async () => assert.equal(await page.locator('.row.marked').count(), 0));
  await page.keyboard.press('*');
  await soon(async () => assert.match(await page.locator('.shown').textContent(), /21 marked/));
  await page.keyboard.press('Escape');
  await soon(async () => assert.match(await page.locator('.shown').textContent(), /^21 functions$/));
  await page.keyboard.press('u');
  await soon(async () => assert.match(await page.locator('.said').textContent(), /2 functions are as before/));
  await page.keyboard.press('A');
  await soon(async () =>
    assert.match(await page.locator('.said').textContent(), /no function with a suggestion|their suggestions|→/),
  );

  // A call that the lattice forbids is seen at once.
  await page.click('.row.fn:has-text("volume_length")');
  await page.keyboard.press('2');
  await page.selectOption('#by-status', 'contradicted');
  await soon(async () => assert.ok((await rows()).includes('volume_length')));
  await page.keyboard.press('Escape');
  await page.click('.row.fn:has-text("volume_length")');
  await page.click('.pick:has-text("io")');
  await page.selectOption('#by-status', 'contradicted');
  await soon(async () => assert.deepEqual(await rows(), []));
  await page.selectOption('#by-status', 'all');

  // Search, filter, sort, group.
  await page.keyboard.press('Escape');
  await page.focus('#rows');
  await page.keyboard.press('/');
  await page.keyboard.type('pread');
  await soon(async () => assert.deepEqual(await rows(), ['volume_pread', 'volume_aio_pread']));
  await page.keyboard.type('nowhere');
  await soon(async () => assert.match(await page.locator('.empty').textContent(), /No function matches/));
  await accessible(page, 'nothing found');
  await page.fill('#search', 'pread');
  await page.keyboard.press('Enter');
  await page.keyboard.press('j');
  await soon(async () => assert.equal(await chosen(page), 'volume_aio_pread'));
  await page.keyboard.press('Escape');
  await soon(async () => assert.equal((await rows()).length, 21));
  await page.click('.sort:has-text("Function")');
  await soon(async () => assert.equal((await rows())[0], 'volume_aio_pread'));
  await page.click('.sort:has-text("Function")');
  await soon(async () => assert.equal((await rows())[0], 'volume_snapshot'));
  await page.click('[aria-label="Header order"]');
  await page.selectOption('#by-group', 'part');
  await soon(async () => assert.ok((await texts(page, '.row.group')).some((text) => /^graph\s+\d+$/.test(text))));
  await accessible(page, 'groups');
  await page.selectOption('#by-group', 'none');
  await page.selectOption('#by-part', 'io');
  await soon(async () => assert.ok((await rows()).every((name) => name !== 'volume_open')));
  await page.selectOption('#by-part', '*');

  // A key about the next function leaves the focus in the details, where Tab goes on from.
  await page.focus('.detail .pick');
  await page.keyboard.press('j');
  await soon(async () =>
    assert.equal(await page.evaluate('document.activeElement.className.startsWith("pick")'), true),
  );

  // Details lead to neighbours.
  await page.click('.row.fn:has-text("volume_open")');
  const detail = await page.locator('.detail').textContent();
  for (const word of ['Declaration', 'Evidence', 'Called by', 'Calls', 'Definition', 'include/volume.h']) {
    assert.ok(detail.includes(word), word);
  }

  // The picture: around a function, and whole.
  await page.keyboard.press('p');
  await soon(async () => assert.equal(await page.locator('.around .centre').count(), 1));
  await accessible(page, 'picture');
  const near = page.locator('.around a.n').first();
  const name = (await near.locator('title').textContent()).replace(/ \(.*/, '');
  await near.click();
  await soon(async () => assert.match(await page.locator('.tools button').first().textContent(), new RegExp(name)));
  await page.click('#whole');
  await page.waitForSelector('.whole svg');
  await soon(async () => assert.ok((await page.locator('.whole a.n').count()) > 2));
  await page.locator('.whole a.n').first().click();
  await becomes(page, `document.querySelectorAll('.whole .focused').length`, 1);
  await page.click('[aria-label=Larger]');
  await accessible(page, 'whole picture');

  await nothingSticksOut(page);

  // The split.
  await page.keyboard.press('s');
  await nothingSticksOut(page);
  await soon(async () =>
    assert.deepEqual(
      (await texts(page, '.split-view .tools button')).map((text) => text.split(' ')[0]),
      ['volume-common.h', 'volume-graph.h', 'volume-io.h', 'volume.h'],
    ),
  );
  await page.click('button:has-text("volume-graph.h")');
  await soon(async () =>
    assert.match(await page.locator('.run.moved .from').first().textContent(), /from include\/volume\.h:\d+/),
  );
  await soon(async () => assert.match(await page.locator('.run.new').first().textContent(), /VOLUME_GRAPH_H/));
  const stat = await page.locator('[aria-label=Diffstat]').textContent();
  assert.match(stat, /volume-io\.h[\s\S]*src\/volume\.c/, 'assertions count');
  await accessible(page, 'split');
  await page.locator('.run .from .link').first().click();
  await page.waitForSelector('.view-list');

  // Help, theme.
  await page.keyboard.press('?');
  await soon(async () => assert.equal(await page.locator('dialog[open] h2').textContent(), 'Keys'));
  await accessible(page, 'help');
  await page.keyboard.press('Escape');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('t');
  await soon(async () => assert.equal(await page.evaluate('document.documentElement.dataset.theme'), 'dark'));
  await page.keyboard.press('t');
  await page.evaluate('delete document.documentElement.dataset.theme');

  // A reason without part cannot be exported, and is said to be left out.
  await page.click('.row.fn:has-text("volume_pwrite")');
  await page.focus('#rows');
  await page.keyboard.press('w');
  await page.keyboard.type('not decided');
  await page.keyboard.press('Enter');
  await page.keyboard.press('x');
  await soon(async () =>
    assert.match(await page.locator('.left-out').textContent(), /^1 reason left out of the list.*: volume_pwrite\./),
  );
  await accessible(page, 'reasons left out');
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');

  // Export as text and as a file, which `assign` takes.
  await page.keyboard.press('x');
  await soon(async () => assert.equal(await page.locator('.left-out').count(), 0));
  const list = await page.inputValue('.export');
  assert.equal(
    list,
    '# header-split assign ' +
      `${join(demo, 'volume.yaml')} --from volume.assign.yaml\n` +
      'volume_pread: { part: io, why: "reads only: \\"1 2 3\\"" }\n',
  );
  await accessible(page, 'export');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Save ")')]);
  const saved = join(scratch, 'volume.assign.yaml');
  await download.saveAs(saved);
  assert.equal(readFileSync(saved, 'utf8'), list);
  const before = readFileSync(join(demo, 'volume.yaml'), 'utf8');
  runTool('assign', join(demo, 'volume.yaml'), '-C', join(demo, 'project'), '--from', saved);
  const after = readFileSync(join(demo, 'volume.yaml'), 'utf8');
  assert.equal(
    after,
    before.replace('volume_pread:\n', 'volume_pread: { part: io, why: "reads only: \\"1 2 3\\"" }\n'),
  );
  writeFileSync(join(demo, 'volume.yaml'), before);
  writeFileSync(saved, 'volume_pwrite: io\nno_such: io\n');
  await page.setInputFiles('input[type=file]', saved);
  await becomes(
    page,
    "document.querySelector('dialog [role=status]').textContent",
    '1 decision read, 1 line not understood',
  );
  await page.keyboard.press('Escape');

  // What was decided is still there.
  await page.reload();
  await page.waitForSelector('.top');
  await soon(async () => assert.match(await page.locator('#export').textContent(), /Export 2/));
  assert.deepEqual(faults, []);
  await page.close();
  await readWithoutScript(context, file);
  await readHolders(context, { demo, scratch });
}

/** A static function of a source is of a part because it holds the assertion, and the page says so. */
async function readHolders(context, { demo, scratch }) {
  const copy = join(scratch, 'holders');
  cpSync(demo, copy, { recursive: true });
  const source = join(copy, 'project/src/volume.c');
  const holder = 'static int holder(void)\n{\n    assert(big_lock_held());\n    return volume_count();\n}\n';
  writeFileSync(source, `${readFileSync(source, 'utf8')}\n${holder}`);
  const file = join(scratch, 'holders.html');
  runTool('review', join(copy, 'volume.yaml'), '-C', join(copy, 'project'), '-o', file);
  const { page, faults } = await openPage(context, pathToFileURL(file).href);
  await page.click('.row.fn:has-text("volume_count")');
  const line = page.locator('li:has-text("holder")');
  await soon(async () => assert.match(await line.textContent(), /holder \(holds its assertion\)/));
  await soon(async () =>
    assert.match(await line.locator('.because').getAttribute('title'), /No manifest lists it: it is of graph/),
  );
  assert.deepEqual(faults, []);
  await page.close();
}

/** The list unfolds without script, and holds what the page knows. */
async function readWithoutScript(context, file) {
  const browser = context.browser();
  const other = browser === null ? null : await browser.newContext({ javaScriptEnabled: false });
  if (other === null) {
    const html = readFileSync(file, 'utf8');
    assert.equal(html.match(/<details id="f\d+"/g).length, 21);
    return;
  }
  const page = await other.newPage();
  await page.goto(pathToFileURL(file).href);
  await soon(async () => assert.equal(await page.locator('details').count(), 21));
  await page.locator('summary:has-text("volume_open")').click();
  await soon(async () =>
    assert.match(await page.locator('details[open]').textContent(), /Called by: volume_snapshot \(graph\), main/),
  );
  await other.close();
}
