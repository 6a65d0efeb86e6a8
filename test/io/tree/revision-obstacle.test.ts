import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findRepository } from '../../../src/io/git/git.ts';
import { openRevisionTree } from '../../../src/io/tree/revision-tree.ts';
import { git, inTemporaryFolder, putFiles } from '../temporary-folder.ts';

test('what keeps a file from being made at a path of a revision', async () => {
  await inTemporaryFolder((folder) => {
    putFiles(folder, { 'a/b.h': '', 'inner/x.h': '', 'z.h': '' });
    git(join(folder, 'inner'), 'init', '-q');
    git(join(folder, 'inner'), 'add', '-A');
    git(join(folder, 'inner'), 'commit', '-qm', 'inner');
    symlinkSync('a', join(folder, 'linked'));
    git(folder, 'init', '-q');
    git(folder, '-c', 'advice.addEmbeddedRepo=false', 'add', '-A');
    git(folder, 'commit', '-qm', 'x');
    // What the work tree holds does not count.
    putFiles(folder, { 'new/x.h': '' });
    const lookup = findRepository(folder);
    const repository = lookup.kind === 'found' ? lookup.repository : null;
    const opened = openRevisionTree(repository, folder, 'HEAD');
    if (opened.kind !== 'tree') throw new Error('no tree');
    const said = (...paths: readonly string[]): readonly (string | null)[] => paths.map(opened.tree.obstacleAt);
    expect(said('a/b.h', 'a/c.h', 'new', 'new/x.h', 'q/r/s.h')).toEqual([null, null, null, null, null]);
    expect(said('a', 'a/b.h/c.h', 'a/b.h/c/d.h')).toEqual([
      'is a directory',
      'needs a directory where there is a file',
      'needs a directory where there is a file',
    ]);
    expect(said('linked', 'linked/x.h')).toEqual([
      'is a symbolic link',
      'is reached through a symbolic link, which no patch could follow',
    ]);
    expect(said('inner', 'inner/y.h')).toEqual(['is a submodule', 'is in a submodule']);
    const gits = ['git~1/x', 'a/.git /x', '.git./x', '.git::$INDEX/x', '.g\u200cit/x'];
    expect(said(...gits)).toEqual(gits.map(() => 'is in a git directory'));
    expect(said('.gitignore', 'git~2/x', 'x.git/y')).toEqual([null, null, null]);
    expect(said(`a/${'x'.repeat(256)}`)).toEqual(['has a name that is too long']);
    expect(said('.git/x', 'a/.GIT/x', '../x', 'a//x')).toEqual([
      'is in a git directory',
      'is in a git directory',
      'leaves the root of the tree',
      'is not spelt in its shortest form',
    ]);
  });
});
