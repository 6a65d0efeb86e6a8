import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

/** What people do: one function is new, one is gone, one stands in another file. */
function editByHand(folder: string): void {
  change(folder, 'include/store-graph.h', (text) =>
    text.replace('Store *store_open', 'int store_count(void);\nStore *store_open').replace(/void store_close.*\n/, ''),
  );
  change(folder, 'include/store-io.h', (text) =>
    text.replace(/(int store_read.*\n)/, 'void store_close(Store *store);\nint store_sync(Store *store);\n'),
  );
}

const SYNCED = (soundProject['store.yaml'] ?? '').replace(
  '  store_open: graph\n  store_close: graph\n  store_read: io\n',
  '  store_count: graph\n  store_open: graph\n  store_close: io\n  store_sync: io\n',
);

test('sync writes into the manifest what was done by hand, says so, and has nothing to do the next time', async () => {
  await inSplitProject(async (folder) => {
    editByHand(folder);
    const { exitCode, out, err } = await runCommand(folder, ['sync', 'store.yaml']);
    expect(err.split('\n')).toEqual([
      "store.yaml: prototypes: 'store_close' goes from part 'graph' to part 'io'",
      "store.yaml: prototypes: 'store_read' is gone",
      "store.yaml: prototypes: 'store_count' is new in part 'graph'",
      "store.yaml: prototypes: 'store_sync' is new in part 'io'",
      '',
    ]);
    expect([exitCode, out]).toEqual([0, '']);
    expect(read(folder, 'store.yaml')).toBe(SYNCED);
    const before = snapshot(folder);
    expect(await runCommand(folder, ['sync', 'store.yaml'])).toEqual({
      exitCode: 0,
      out: '',
      err: 'store.yaml: nothing to do\n',
    });
    expect(snapshot(folder)).toEqual(before);
    expect((await runCommand(folder, ['check', 'store.yaml', '--only', 'headers'])).exitCode).toBe(0);
  });
});

test('--dry-run shows a diff that git applies, and writes nothing', async () => {
  await inSplitProject(async (folder) => {
    editByHand(folder);
    const before = snapshot(folder);
    const { exitCode, out } = await runCommand(folder, ['sync', 'store.yaml', '--dry-run']);
    expect(exitCode).toBe(0);
    expect(out).toContain('--- store.yaml\n+++ store.yaml\n@@ ');
    expect(snapshot(folder)).toEqual(before);
    writeFileSync(join(folder, 'change'), out, 'latin1');
    git(folder, 'apply', '-p0', 'change');
    expect(read(folder, 'store.yaml')).toBe(SYNCED);
  });
});

test('--format json says the same', async () => {
  await inSplitProject(async (folder) => {
    editByHand(folder);
    const { exitCode, out, err } = await runCommand(folder, ['sync', 'store.yaml', '--dry-run', '--format', 'json']);
    expect([exitCode, err]).toEqual([0, '']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ command: 'sync', exitCode: 0, findings: [] });
    expect(document.manifests[0]).toMatchObject({ manifest: 'store.yaml', header: 'include/store.h' });
    expect(document.manifests[0].changes).toEqual([
      { kind: 'assign', section: 'prototypes', name: 'store_close', from: 'graph', to: 'io' },
      { kind: 'remove', section: 'prototypes', name: 'store_read', from: 'io', to: null },
      { kind: 'add', section: 'prototypes', name: 'store_count', from: null, to: 'graph' },
      { kind: 'add', section: 'prototypes', name: 'store_sync', from: null, to: 'io' },
    ]);
    expect(document.diff).toContain('+  store_count: graph\n');
    const written = await runCommand(folder, ['sync', 'store.yaml', '--format', 'json']);
    expect(JSON.parse(written.out).diff).toBeUndefined();
    expect(read(folder, 'store.yaml')).toBe(SYNCED);
  });
});

test('a manifest outside the tree keeps its mode and stays behind its link', async () => {
  await inTemporaryFolder(async (folder) => {
    const manifest = soundProject['store.yaml'] ?? '';
    putFiles(folder, { 'elsewhere/real.yaml': manifest.replaceAll('\n', '\r\n') });
    putFiles(join(folder, 'tree'), soundProject);
    commitAll(join(folder, 'tree'));
    expect((await runCommand(join(folder, 'tree'), ['apply', 'store.yaml'])).exitCode).toBe(0);
    editByHand(join(folder, 'tree'));
    chmodSync(join(folder, 'elsewhere/real.yaml'), 0o640);
    symlinkSync('elsewhere/real.yaml', join(folder, 'link.yaml'));
    const shown = await runCommand(folder, ['sync', 'link.yaml', '-C', 'tree', '--dry-run', '--color', 'always']);
    expect(shown.out).toContain('--- link.yaml');
    expect((await runCommand(folder, ['sync', 'link.yaml', '-C', 'tree'])).exitCode).toBe(0);
    expect(read(folder, 'elsewhere/real.yaml')).toBe(SYNCED.replaceAll('\n', '\r\n'));
    expect(statSync(join(folder, 'elsewhere/real.yaml')).mode & 0o777).toBe(0o640);
    expect(
      Object.keys(snapshot(folder))
        .filter((path) => !path.startsWith('tree/'))
        .sort(),
    ).toEqual(['elsewhere/', 'elsewhere/real.yaml', 'link.yaml']);
  });
});

test('of several manifests all are looked at before one is written', async () => {
  await inSplitProject(async (folder) => {
    editByHand(folder);
    const other = {
      'b.h': '/* L */\n#ifndef B_H\n#define B_H\nint b(void);\n#endif\n',
      'b.yaml': 'version: 1\nheader: b.h\nparts: { common: {}, io: {} }\nprototypes: { b: io }\n',
    };
    putFiles(folder, other);
    const before = snapshot(folder);
    const { exitCode, err } = await runCommand(folder, ['sync', 'store.yaml', 'b.yaml']);
    expect(exitCode).toBe(2);
    expect(err).toContain('[not-split-yet]');
    expect(err).toContain('--> b.yaml:2:9');
    expect(err).toContain('next: Run `header-split apply` first.');
    expect(snapshot(folder)).toEqual(before);
    expect((await runCommand(folder, ['apply', 'b.yaml'])).exitCode).toBe(0);
    change(folder, 'b-io.h', (text) => text.replace('int b(void);', 'int b(void);\nint c(void);'));
    expect((await runCommand(folder, ['sync', 'store.yaml', 'b.yaml'])).exitCode).toBe(0);
    expect(read(folder, 'store.yaml')).toBe(SYNCED);
    expect(read(folder, 'b.yaml')).toContain('prototypes: { b: io, c: io }\n');
  });
});

test.each([
  ['twice', ['store.yaml', './store.yaml'], (_: string) => {}, '[header-doubled]'],
  ['absent', ['none.yaml'], (_: string) => {}, '[input-unreadable]'],
  [
    'unsound',
    ['store.yaml'],
    (folder: string) => change(folder, 'store.yaml', (text) => text.replace('store_read: io', 'store_read: oi')),
    '[unknown-part]',
  ],
  [
    'without its header',
    ['store.yaml'],
    (folder: string) => change(folder, 'store.yaml', (text) => text.replace('store.h', 'sore.h')),
    '[file-missing]',
  ],
  [
    'whose tree it cannot follow',
    ['store.yaml'],
    (folder: string) => change(folder, 'include/store.h', (text) => `${text}int store_new(void);\n`),
    '[prototype-in-wrapper]',
  ],
])('a manifest %s is refused', async (_, manifests, prepare, says) => {
  await inSplitProject(async (folder) => {
    prepare(folder);
    const before = snapshot(folder);
    const { exitCode, out, err } = await runCommand(folder, ['sync', ...manifests]);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err).toMatch(/^next: \S/m);
    const json = JSON.parse((await runCommand(folder, ['sync', ...manifests, '--format', 'json'])).out);
    expect([json.exitCode, json.findings.length > 0]).toEqual([2, true]);
    expect(snapshot(folder)).toEqual(before);
  });
});

async function inSplitProject(work: (folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    commitAll(folder);
    expect((await runCommand(folder, ['apply', 'store.yaml'])).exitCode).toBe(0);
    await work(folder);
  });
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'latin1');
}

function change(folder: string, path: string, edit: (text: string) => string): void {
  const before = read(folder, path);
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, path), after, 'latin1');
}
