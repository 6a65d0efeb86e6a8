import { execFileSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FileChange } from '../../src/diff/file-change.ts';
import { formatPatch } from '../../src/diff/format-patch.ts';
import { blobId } from '../../src/io/git/git.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { filesAfter, filesBefore, oddChanges } from './odd-files.ts';

const sha1 = (content: string): string => blobId(content, 'sha1');
const patchOf = (changes: readonly FileChange[]): string => formatPatch(changes, { blobId: sha1 });

const everything = Object.values(oddChanges);

describe('a patch is the change', () => {
  test.each([
    ['git apply', (folder: string, file: string) => git(folder, 'apply', '--index', file)],
    ['git apply --3way', (folder: string, file: string) => git(folder, 'apply', '--3way', file)],
    [
      'GNU patch',
      (folder: string, file: string) => execFileSync('patch', ['--binary', '-s', '-p1', '-d', folder, '-i', file]),
    ],
  ])('%s gives the bytes of every odd file', async (_, apply) => {
    await inTree(everything, (folder, file) => {
      apply(folder, file);
      const { 'change.patch': _patch, ...files } = onlyFiles(snapshot(folder));
      expect(files).toEqual(filesAfter(everything));
      expect(statSync(join(folder, 'run.c')).mode & 0o100).toBe(0o100);
      expect(statSync(join(folder, 'created.c')).mode & 0o100).toBe(0o100);
    });
  });

  test.each(Object.entries(oddChanges))('byte for byte what git diff prints: %s', async (_, change) => {
    await inTree([change], (folder, file) => {
      git(folder, 'apply', '--index', file);
      expect(patchOf([change])).toBe(git(folder, 'diff', '--cached', '--full-index', '--no-renames', 'HEAD'));
    });
  });
});

test('files are sorted by the bytes of their paths, whatever their order', () => {
  expect(patchOf(everything.toReversed())).toBe(patchOf(everything));
});

test('a change that changes nothing is not in the patch', () => {
  expect(patchOf([{ kind: 'modify', path: 'a.c', mode: '100644', before: 'a\n', after: 'a\n' }])).toBe('');
});

test.each(['sub/dir/', 'two words/'])('with a prefix it applies from the top level: %s', async (prefix) => {
  await inTemporaryFolder((top) => {
    const before = Object.entries(filesBefore(everything)).map(([path, content]) => [prefix + path, content]);
    putFiles(top, Object.fromEntries(before));
    commitAll(top);
    putFiles(top, { '.git/change.patch': formatPatch(everything, { blobId: sha1, prefix }) });
    git(top, 'apply', '--index', '.git/change.patch');
    const after = Object.entries(filesAfter(everything)).map(([path, content]) => [prefix + path, content]);
    expect(onlyFiles(snapshot(top))).toEqual(Object.fromEntries(after));
  });
});

test('ids can be abbreviated', () => {
  const change: FileChange = { kind: 'create', path: 'a', mode: '100644', after: '' };
  const patch = formatPatch([change], { blobId: sha1, abbrev: 10 });
  expect(patch).toContain('\nindex 0000000000..e69de29bb2\n');
});

test('a NUL byte is a bug of the caller', () => {
  expect(() => patchOf([{ kind: 'create', path: 'a', mode: '100644', after: 'a\0' }])).toThrow('binary');
});

async function inTree(
  changes: readonly FileChange[],
  work: (folder: string, patchFile: string) => void,
): Promise<void> {
  await inTemporaryFolder((folder) => {
    putFiles(folder, filesBefore(changes));
    for (const change of changes) {
      if (change.kind === 'modify' && change.mode === '100755') chmodSync(join(folder, change.path), 0o755);
    }
    commitAll(folder);
    putFiles(folder, { 'change.patch': patchOf(changes) });
    work(folder, join(folder, 'change.patch'));
  });
}

function onlyFiles(found: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(found).filter(([path]) => !path.endsWith('/')));
}
