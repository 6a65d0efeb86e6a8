import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { originOf } from '../../../src/commands/find-whole-header.ts';
import { madeBy } from '../../../src/commands/regenerate/which-manifest-made-tree.ts';
import { openDiskTree } from '../../../src/io/tree/disk-tree.ts';
import type { Manifest } from '../../../src/manifest/manifest.ts';
import { parseManifest } from '../../../src/manifest/parse-manifest.ts';
import { soundProject } from '../../bad-input/sound-project.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const head = soundProject['store.yaml'] ?? '';
const readInGraph = head.replace('store_read: io', 'store_read: graph');

function parse(text: string): Manifest {
  const { manifest } = parseManifest({ path: 'store.yaml', text });
  if (!manifest) throw new Error('a broken manifest');
  return manifest;
}

/** The parts of store_open, store_close and store_read in the manifest found out, and whether it is HEAD's. */
async function parts(folder: string, now: string): Promise<string> {
  const disk = openDiskTree(folder);
  const [was, today] = [parse(head), parse(now)];
  const lookup = originOf(disk, null, was, today);
  const origin = lookup.kind === 'origin' ? lookup.origin : null;
  const manifest = await madeBy({ disk, head: was, now: today, origin });
  const listed = [...manifest.prototypes.values()].map(({ part }) => part).join(' ');
  return manifest === was ? `${listed} (HEAD)` : listed;
}

/** Runs `work` in a repository whose HEAD has the project split by `head`. */
function inSplitProject(work: (folder: string) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    commitAll(folder);
    await run(folder, 'apply');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'split');
    await work(folder);
  });
}

async function run(folder: string, command: string): Promise<void> {
  const { exitCode, err } = await runCommand(folder, [command, 'store.yaml']);
  expect({ exitCode, err: exitCode === 0 ? '' : err }).toEqual({ exitCode: 0, err: '' });
}

test("HEAD's where the split files are HEAD's", async () => {
  await inSplitProject(async (folder) => {
    putFiles(folder, { 'store.c': '' });
    expect(await parts(folder, readInGraph)).toBe('graph graph io (HEAD)');
  });
});

test('with the parts in which functions stand since a run that is not committed', async () => {
  await inSplitProject(async (folder) => {
    writeFileSync(join(folder, 'store.yaml'), readInGraph);
    await run(folder, 'regenerate');
    expect(await parts(folder, readInGraph)).toBe('graph graph graph');
    expect(await parts(folder, head)).toBe('graph graph graph');
    expect(await parts(folder, readInGraph.replace('store_open: graph', 'store_open: io'))).toBe('graph graph graph');
  });
});

test("today's where that run changed more than parts", async () => {
  await inSplitProject(async (folder) => {
    const banner = readInGraph.replace('io: {}', 'io: { banner: Any thread. }');
    writeFileSync(join(folder, 'store.yaml'), banner);
    await run(folder, 'regenerate');
    expect(snapshot(folder)['include/store.h']).not.toContain('store_read');
    expect(await parts(folder, banner.replace('store_close: graph', 'store_close: io'))).toBe('graph graph graph');
  });
});

test("HEAD's where people changed the split files by hand", async () => {
  await inSplitProject(async (folder) => {
    const graph = snapshot(folder)['include/store-graph.h'] ?? '';
    putFiles(folder, { 'include/store-graph.h': graph.replace('#endif', 'int store_read(Store *, long);\n#endif') });
    expect(await parts(folder, readInGraph)).toBe('graph graph io (HEAD)');
    putFiles(folder, { 'include/store-graph.h': graph.replace('Store *store_open', '/* mine */\nStore *store_open') });
    expect(await parts(folder, readInGraph)).toBe('graph graph io (HEAD)');
  });
});

test('without git it is the one given', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    await run(folder, 'apply');
    expect(await parts(folder, readInGraph)).toBe('graph graph io (HEAD)');
  });
});
