import { expect, test } from '@jest/globals';
import { formatDiffstat } from '../../src/diff/diffstat.ts';
import type { FileChange } from '../../src/diff/file-change.ts';
import { formatPatch } from '../../src/diff/format-patch.ts';
import { blobId } from '../../src/io/git/git.ts';
import { commitAll, git, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { filesBefore, oddChanges } from './odd-files.ts';

const mode = '100644';
const many = (count: number): string => 'a\n'.repeat(count);

const long: FileChange = { kind: 'create', path: `${'very/long/folder/'.repeat(6)}name.h`, mode, after: many(900) };
const cases: Readonly<Record<string, readonly FileChange[]>> = {
  'every odd file': Object.values(oddChanges),
  'one line': [{ kind: 'modify', path: 'a.c', mode, before: '', after: 'a\n' }],
  'more lines than columns': [
    { kind: 'modify', path: 'a.h', mode, before: many(1400), after: 'b\n' },
    { kind: 'create', path: 'b.h', mode, after: many(3) },
  ],
  'a long name': [long, { kind: 'modify', path: 'a.c', mode, before: 'b\n', after: 'c\n' }],
};

test.each(Object.entries(cases))('as git prints it: %s', async (_, changes) => {
  await inTemporaryFolder((folder) => {
    putFiles(folder, filesBefore(changes));
    commitAll(folder);
    putFiles(folder, { '.git/change.patch': formatPatch(changes, { blobId: (content) => blobId(content, 'sha1') }) });
    git(folder, 'config', 'core.fileMode', 'false');
    git(folder, 'apply', '--index', '.git/change.patch');
    for (const width of [80, 50, 120]) {
      const expected = git(folder, 'diff', '--cached', `--stat=${width}`, '--summary', '--no-renames', 'HEAD');
      expect(formatDiffstat(changes, width)).toBe(expected);
    }
  });
});

test('no change, no line', () => {
  expect(formatDiffstat([], 80)).toBe('');
});
