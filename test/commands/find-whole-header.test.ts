import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { originOf } from '../../src/commands/find-whole-header.ts';
import { openDiskTree } from '../../src/io/tree/disk-tree.ts';
import { openRevisionTree } from '../../src/io/tree/revision-tree.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { soundProject } from '../bad-input/sound-project.ts';
import { commitAll, git, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

const { manifest } = parseManifest({ path: 'store.yaml', text: soundProject['store.yaml'] ?? '' });

/** The header that is found, and what the file `store.c` held beside it; or the finding. */
function originIn(root: string, from: string | null = null): readonly (string | null)[] | null {
  if (!manifest) throw new Error('a broken manifest');
  const tree = openDiskTree(root);
  const revision = from === null ? null : openRevisionTree(tree.repository, tree.root, from);
  if (revision?.kind === 'unknown') throw new Error(revision.finding.message);
  const lookup = originOf(tree, revision?.tree ?? null, manifest, manifest);
  if (lookup.kind === 'refused') return lookup.findings.map(({ code }) => code);
  const { origin } = lookup;
  return origin && [origin.revision, origin.header, origin.read('store.c'), origin.read('none.c')];
}

test('the last whole version and the files beside it, however the header went on', async () => {
  await inTemporaryFolder(async (top) => {
    const root = join(top, 'sub');
    putFiles(root, { ...soundProject, 'include/store.h': '#ifndef STORE_H\n#define STORE_H\n#endif\n' });
    commitAll(top);
    putFiles(root, soundProject);
    git(top, 'commit', '-qam', 'whole');
    const whole = [
      git(top, 'rev-parse', 'HEAD').trim(),
      soundProject['include/store.h'],
      soundProject['store.c'],
      null,
    ];
    expect(originIn(root)).toEqual(whole);
    expect((await runCommand(root, ['apply', 'store.yaml', '-C', '.'])).exitCode).toBe(0);
    expect(originIn(root)).toEqual(whole);
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'split');
    putFiles(root, { 'include/store.h': '#include "store-io.h"\nint store_read(void);\n' });
    git(top, 'commit', '-qam', 'a wrapper with a declaration');
    expect(originIn(root)).toEqual(whole);
    expect(originIn(root, 'HEAD~2')).toEqual(whole);
    expect(originIn(root, 'HEAD~1')).toEqual(['header-split-then']);
    expect(originIn(root, 'HEAD~3')).toEqual(['header-split-then']);
  });
});

test('none without git, without a commit, and in a clone that is too shallow', async () => {
  await inTemporaryFolder(async (top) => {
    putFiles(join(top, 'plain'), soundProject);
    expect(originIn(join(top, 'plain'))).toBeNull();
    git(join(top, 'plain'), 'init', '-q');
    expect(originIn(join(top, 'plain'))).toBeNull();
    commitAll(join(top, 'plain'));
    expect((await runCommand(join(top, 'plain'), ['apply', 'store.yaml'])).exitCode).toBe(0);
    git(join(top, 'plain'), 'add', '-A');
    git(join(top, 'plain'), 'commit', '-qm', 'split');
    git(top, 'clone', '-q', '--depth=1', `file://${top}/plain`, 'shallow');
    expect(originIn(join(top, 'shallow'))).toBeNull();
  });
});

test('a revision without the header is refused', async () => {
  await inTemporaryFolder((top) => {
    putFiles(top, { 'other.h': '' });
    commitAll(top);
    expect(originIn(top, 'HEAD')).toEqual(['file-missing']);
  });
});
