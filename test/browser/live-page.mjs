// The page that is served: what it refuses, what it writes, and that the manifest is whole at any time.
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { accessible, alarms, assert, becomes, chosen, holds, openPage, says, soon } from './checks.mjs';
import { startServer, tryTool } from './tool.mjs';

export async function tryLivePage(context, { demo, scratch }) {
  const folder = join(scratch, 'live');
  cpSync(demo, folder, { recursive: true });
  const manifest = join(folder, 'volume.yaml');
  const first = readFileSync(manifest, 'utf8');
  const args = [manifest, '-C', join(folder, 'project')];
  const server = await startServer(...args);
  await tryRefusals(server.address);

  const one = await openPage(context, server.address);
  const two = await openPage(context, server.address);
  const share = `document.querySelector('.share').textContent`;
  const saidIn = (page) => page.locator('.said').textContent();
  const has = (text) => readFileSync(manifest, 'utf8').includes(text);

  // A decision is in the manifest, and on the other page.
  await one.page.keyboard.press('n');
  await soon(async () => assert.equal(await chosen(one.page), 'volume_pread'));
  await one.page.keyboard.press('3');
  await becomes(one.page, share, '20 of 21 95 %');
  await becomes(two.page, share, '20 of 21 95 %');
  assert.equal(readFileSync(manifest, 'utf8'), first.replace('volume_pread:\n', 'volume_pread: io\n'));
  await one.page.keyboard.press('k');
  await one.page.keyboard.press('w');
  await one.page.keyboard.type('no \u00e4nderung');
  await one.page.keyboard.press('Enter');
  await holds(one.page, () => has('volume_pread: { part: io, why: "no \u00e4nderung" }'), 'a reason');
  await accessible(one.page, 'live');

  // What the split changes is counted when somebody looks.
  await one.page.focus('#rows');
  await one.page.keyboard.press('s');
  await becomes(
    one.page,
    `/src\\/volume\\.c/.test(document.querySelector('[aria-label=Diffstat]')?.textContent ?? '')`,
    true,
  );
  await one.page.keyboard.press('l');

  // An edit by hand is followed, and kept by what is written next.
  const edited = `# by hand\n${readFileSync(manifest, 'utf8').replace('volume_name: io', 'volume_name: graph')}`;
  writeFileSync(manifest, edited);
  await says(two.page, 'edited');
  await two.page.click('.row.fn:has-text("volume_pwrite")');
  await two.page.keyboard.press('3');
  await becomes(one.page, share, '21 of 21 100 %');
  assert.ok(has('# by hand') && has('volume_name: graph') && has('volume_pwrite: io'));

  // Two who decide about one function: the second is asked. The page does not know yet of what the other wrote.
  await one.page.click('.row.fn:has-text("volume_blocks")');
  await one.page.route('**/state', (route) => route.abort());
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('volume_blocks: io', 'volume_blocks: common'));
  await one.page.keyboard.press('2');
  await one.page.waitForSelector('dialog[open]');
  await soon(async () =>
    assert.match(await one.page.locator('dialog').textContent(), /now says common[\s\S]*you chose graph/),
  );
  await one.page.unroute('**/state');
  await accessible(one.page, 'conflict');
  assert.ok(has('volume_blocks: common'));
  await one.page.click('button:has-text("Write mine")');
  await holds(one.page, () => has('volume_blocks: graph'), 'mine is written');

  // Undo takes back what the page wrote, and leaves the rest; it names the function and selects it.
  await one.page.click('.row.fn:has-text("volume_open")');
  await one.page.click('#undo');
  await says(one.page, 'volume.yaml: volume_blocks is common again');
  await soon(async () => assert.equal(await chosen(one.page), 'volume_blocks'));
  assert.ok(has('volume_blocks: common') && has('# by hand'));

  // Marked functions get their part in one writing, which one undo takes back.
  await one.page.focus('#rows');
  await one.page.keyboard.press('Home');
  await one.page.keyboard.press('Space');
  await one.page.keyboard.press('Space');
  await one.page.keyboard.press('Space');
  const unmarked = readFileSync(manifest, 'utf8');
  await one.page.keyboard.press('1');
  await holds(one.page, () => readFileSync(manifest, 'utf8').match(/: common$/gm).length >= 4, 'three decisions');
  await says(two.page, '3 decisions, written');
  await one.page.keyboard.press('u');
  await holds(one.page, () => readFileSync(manifest, 'utf8') === unmarked, 'all three are taken back');
  await says(one.page, '3 functions are as before');

  // Undo by key, and what is written next is about the same function, however fast it comes.
  await one.page.focus('#rows');
  await one.page.keyboard.press('Home');
  await one.page.keyboard.press('j');
  const second = await chosen(one.page);
  const before = readFileSync(manifest, 'utf8');
  await one.page.keyboard.press('1');
  await holds(one.page, () => readFileSync(manifest, 'utf8') !== before, 'a decision');
  await says(one.page, 'written to');
  await soon(async () => assert.notEqual(await chosen(one.page), second));
  await one.page.keyboard.press('u');
  await one.page.keyboard.press('w');
  await one.page.keyboard.type('of 1, not of 2');
  await says(one.page, `${second} is `);
  await one.page.keyboard.press('Enter');
  await holds(one.page, () => has('why: "of 1, not of 2"'), 'the reason');
  await soon(async () => assert.equal(await chosen(one.page), second));
  assert.ok(new RegExp(`${second}: .*of 1, not of 2`).test(readFileSync(manifest, 'utf8')));
  await one.page.focus('#rows');
  await one.page.keyboard.press('u');
  await holds(one.page, () => readFileSync(manifest, 'utf8') === before, 'the reason is taken back');
  await says(one.page, `the reason of ${second} is as before`);

  // A manifest that is gone, or leads elsewhere, is not written.
  const kept = join(folder, 'kept.yaml');
  renameSync(manifest, kept);
  await says(one.page, 'cannot be read');
  symlinkSync('kept.yaml', manifest);
  await one.page.keyboard.press('3');
  await alarms(one.page, 'leads to another file');
  assert.equal(readFileSync(kept, 'utf8'), unmarked);
  rmSync(manifest);
  renameSync(kept, manifest);
  await says(one.page, 'edited');

  // A manifest that cannot be read is said, and not written.
  const sound = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, sound.replace('version: 1', 'version: ['));
  await says(one.page, 'cannot be read');
  await alarms(one.page, 'nothing is written until it can');
  await one.page.keyboard.press('3');
  await says(one.page, 'Not written');
  assert.ok(has('version: ['));
  // A page that is opened now says so too; and a reason that is typed now stays until it can be written.
  const late = await openPage(context, server.address);
  await alarms(late.page, 'nothing is written until it can');
  await late.page.keyboard.press('w');
  await late.page.fill('#why', 'typed in vain');
  await late.page.keyboard.press('Enter');
  await says(late.page, 'Not written');
  await soon(async () => assert.equal(await late.page.inputValue('#why'), 'typed in vain'));
  await accessible(late.page, 'a reason not written');
  writeFileSync(manifest, sound);
  await says(one.page, 'edited');
  await becomes(late.page, `document.querySelector('[role=alert]').textContent`, '');
  await late.page.focus('#rows');
  await late.page.keyboard.press('w');
  await late.page.keyboard.press('Enter');
  await holds(late.page, () => has('why: "typed in vain"'), 'the reason at last');
  await soon(async () => assert.equal(await late.page.locator('#unwritten').count(), 0));
  await late.page.focus('#rows');
  await late.page.keyboard.press('u');
  await holds(late.page, () => readFileSync(manifest, 'utf8') === sound, 'and it is taken back');
  assert.deepEqual(late.faults, []);
  await late.page.close();

  // So is a key that no manifest has, in whole, and the function stays selected whose part was not written.
  writeFileSync(manifest, `${sound}foo: 1\n`);
  await alarms(one.page, "unknown key 'foo'; the keys are ");
  await one.page.focus('#rows');
  await one.page.keyboard.press('Home');
  const unwritten = await chosen(one.page);
  await one.page.keyboard.press('1');
  await one.page.keyboard.press('1');
  await alarms(one.page, `${unwritten} not written: `);
  await says(one.page, 'Not written');
  await becomes(
    one.page,
    `document.querySelector('#detail-name').textContent.includes(${JSON.stringify(unwritten)})`,
    true,
  );
  const alert = await one.page.locator('[role=alert]').textContent();
  assert.match(alert, /volume\.yaml:\d+:1: unknown key 'foo'; the keys are .*prototypes/);
  const isCut = `[...document.querySelectorAll('[role=alert] *')].some((one) => one.scrollWidth > one.clientWidth + 1)`;
  await soon(async () => assert.equal(await one.page.evaluate(isCut), false));
  await accessible(one.page, 'not written');
  await one.page.click('[role=alert] button');
  await alarms(one.page, 'cannot be read');
  writeFileSync(manifest, sound);
  await becomes(one.page, `document.querySelector('[role=alert]').textContent`, '');

  // A header that was edited is followed, and one that is gone stops all writing.
  const header = join(folder, 'project/include/volume.h');
  const whole = readFileSync(header, 'utf8');
  writeFileSync(header, whole.replace('int volume_count(', 'int volume_added(void);\nint volume_count('));
  await becomes(one.page, `document.querySelector('.shown').textContent`, '22 functions');
  renameSync(header, `${header}.kept`);
  await alarms(one.page, "no header 'include/volume.h'");
  await one.page.focus('#rows');
  await one.page.keyboard.press('1');
  await says(one.page, 'Not written');
  rmSync(`${header}.kept`);
  writeFileSync(header, whole);
  await becomes(one.page, `document.querySelector('.shown').textContent`, '21 functions');
  assert.equal(readFileSync(manifest, 'utf8'), sound);

  server.kill('SIGINT');
  assert.deepEqual(await server.ended, { code: 0, signal: null });
  await one.page.waitForSelector('.lost');
  const faults = [...one.faults, ...two.faults].filter(
    (fault) => !/ERR_CONNECTION|ERR_FAILED|ERR_INCOMPLETE|ERR_EMPTY/.test(fault),
  );
  assert.deepEqual(faults, []);
  await soon(async () => assert.ok((await saidIn(one.page)) !== null));
  await one.page.close();
  await two.page.close();
  assert.deepEqual(
    readdirSync(folder).sort(),
    ['README.md', 'project', 'volume.yaml'].filter((name) => existsSync(join(folder, name))).sort(),
  );
  await tryKills(args, manifest, first);
}

async function tryRefusals(address) {
  const { port, pathname } = new URL(address);
  const own = `http://127.0.0.1:${port}`;
  const ask = (options, body) =>
    new Promise((resolve, reject) => {
      // A connection for each question: one that the server resets while it waits to be used again would end the test.
      const asked = request({ host: '127.0.0.1', port, path: pathname, agent: false, ...options }, (response) => {
        response.on('error', reject);
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const post = (headers, body = '{}') => ask({ method: 'POST', path: `${pathname}undo`, headers }, body);
  const json = { 'content-type': 'application/json' };
  assert.equal(await ask({}), 200);
  assert.equal(await ask({ path: '/' }), 403, 'no token');
  assert.equal(await ask({ path: `/${'x'.repeat(32)}/` }), 403, 'another token');
  assert.equal(await ask({ headers: { host: `evil.example:${port}` } }), 403, 'another host');
  assert.equal(await ask({ headers: { host: '127.0.0.1' } }), 403, 'no port');
  assert.equal(await ask({ headers: { origin: 'https://evil.example' } }), 403, 'another origin');
  assert.equal(await ask({ headers: { 'sec-fetch-site': 'cross-site' } }), 403, 'a link elsewhere');
  assert.equal(await ask({ path: `${pathname}..%2f..%2fetc%2fpasswd` }), 404, 'a file');
  assert.equal(await ask({ path: `${pathname}project/src/volume.c` }), 403, 'a file of the tree');
  assert.equal(await ask({ method: 'PUT' }), 403);
  assert.equal(await post(json), 403, 'no origin');
  assert.equal(await post({ ...json, origin: 'null' }), 403, 'an origin that hides');
  assert.equal(await post({ origin: own, 'content-type': 'text/plain' }), 403, 'a form');
  assert.equal(await post({ ...json, origin: own }, '{'), 400, 'no JSON');
  assert.equal(await post({ ...json, origin: own }, JSON.stringify('x'.repeat(5_000_000))), 413, 'too long');
  assert.equal(await ask({ method: 'POST', path: `${pathname}decide`, headers: { ...json, origin: own } }, '{}'), 404);
  await tryStrangers(port, ask);
  assert.match(await busyPort(port), /port \d+ is in use/);
  assert.equal(await post({ ...json, origin: own }), 200);
}

/** Whoever connects and stays silent, or asks slowly, keeps nobody out and is not waited for. */
async function tryStrangers(port, ask) {
  const sockets = Array.from({ length: 100 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await Promise.all(
    sockets.map((one) => new Promise((resolve) => one.once('connect', resolve).once('error', resolve))),
  );
  assert.equal(await ask({}), 200, 'the page is served beside a hundred idle connections');
  const [slow] = sockets.slice(-1);
  const closed = new Promise((resolve) => slow.once('close', resolve));
  slow.write('POST / HTTP/1.1\r\nHost: ');
  slow.resume();
  await closed;
  for (const one of sockets) one.destroy();
}

async function busyPort(port) {
  const { status, stderr } = tryTool(
    'review',
    '--serve',
    '--port',
    port,
    'manifests/demo/volume.yaml',
    '-C',
    'manifests/demo/project',
  );
  assert.equal(status, 2);
  return stderr;
}

/** Killed at any moment, the server leaves the manifest as it was or as it should be. */
async function tryKills(args, manifest, text) {
  const both = [text, text.replace('volume_pread:\n', 'volume_pread: io\n')];
  for (const wait of [0, 1, 4, 16]) {
    writeFileSync(manifest, text);
    const server = await startServer(...args);
    const { origin } = new URL(server.address);
    const body = JSON.stringify({ decisions: [{ name: 'volume_pread', part: 'io', why: null, was: null }] });
    const headers = { 'content-type': 'application/json', origin };
    const answer = fetch(`${server.address}decide`, { method: 'POST', headers, body }).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, wait));
    server.kill('SIGKILL');
    await Promise.all([answer, server.ended]);
    assert.ok(both.includes(readFileSync(manifest, 'utf8')), 'the manifest is whole');
  }
}
