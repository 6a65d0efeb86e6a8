import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findRepository } from '../../../src/io/git/git.ts';
import { type FileVersion, newestVersion } from '../../../src/io/git/history.ts';
import { commitAll, git, inTemporaryFolder, putFiles } from '../temporary-folder.ts';

const isWhole = (text: string): boolean => text.startsWith('whole');

function newest(folder: string, path = 'a.h', isWanted = isWhole): FileVersion | null {
  const lookup = findRepository(folder);
  if (lookup.kind !== 'found') throw new Error(`no repository: ${folder}`);
  return newestVersion(lookup.repository, path, isWanted);
}

/** Commits one version of `a.h` after another, each a second later; the ids. */
function commitVersions(folder: string, ...texts: readonly string[]): readonly string[] {
  return texts.map((text) => {
    putFiles(folder, { 'a.h': text });
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', text);
    return git(folder, 'rev-parse', 'HEAD').trim();
  });
}

test('the newest version that is wanted, however often the file changed since', async () => {
  await inTemporaryFolder((folder) => {
    git(folder, 'init', '-q');
    const since = Array.from({ length: 30 }, (_, at) => `wrapper ${at}`);
    const [, second] = commitVersions(folder, 'whole 1', 'whole 2', ...since);
    expect(newest(folder)).toEqual({ commit: second, text: 'whole 2' });
    expect(newest(folder, 'a.h', (text) => text === 'wrapper 29')?.text).toBe('wrapper 29');
    expect(newest(folder, 'a.h', () => false)).toBeNull();
    expect(newest(folder, 'b.h')).toBeNull();
    expect(newest(folder, '--all')).toBeNull();
    putFiles(folder, { ':(top)a.h': 'whole, and oddly named' });
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'odd');
    expect(newest(folder, ':(top)a.h')?.text).toBe('whole, and oddly named');
  });
});

test('a file that was away in between', async () => {
  await inTemporaryFolder((folder) => {
    git(folder, 'init', '-q');
    const [first] = commitVersions(folder, 'whole 1');
    git(folder, 'rm', '-q', 'a.h');
    git(folder, 'commit', '-qm', 'gone');
    commitVersions(folder, 'wrapper');
    expect(newest(folder)?.commit).toBe(first);
  });
});

test('the branch whose version a merge took counts, not the one that it dropped', async () => {
  await inTemporaryFolder((folder) => {
    git(folder, 'init', '-q', '-b', 'main');
    const [base] = commitVersions(folder, 'whole 1');
    git(folder, 'checkout', '-q', '-b', 'side');
    commitVersions(folder, 'whole, but dropped');
    git(folder, 'checkout', '-q', 'main');
    commitVersions(folder, 'wrapper');
    git(folder, 'merge', '-q', '-s', 'ours', '-m', 'merge', 'side');
    expect(newest(folder)).toEqual({ commit: base, text: 'whole 1' });
  });
});

test('nothing in a shallow clone that begins after it, and nothing without a commit', async () => {
  await inTemporaryFolder((folder) => {
    const top = join(folder, 'full');
    commitAll(folder);
    git(folder, 'init', '-q', 'full');
    commitVersions(top, 'whole', 'wrapper');
    git(folder, 'clone', '-q', '--depth=1', `file://${top}`, 'shallow');
    expect(newest(join(folder, 'shallow'))).toBeNull();
    git(folder, 'init', '-q', 'empty');
    expect(newest(join(folder, 'empty'))).toBeNull();
  });
});
