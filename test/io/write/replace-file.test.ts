import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { replaceFile } from '../../../src/io/write/replace-file.ts';
import { inTemporaryFolder, putFiles, snapshot } from '../temporary-folder.ts';

test('replaces a file by bytes', async () => {
  await inTemporaryFolder((folder) => {
    putFiles(folder, { a: 'old' });
    expect(replaceFile(folder, 'a', 'old', 'n\xe9w\r\n')).toBeNull();
    expect(snapshot(folder)).toEqual({ a: 'n\xe9w\r\n' });
  });
});

test('leaves a file alone that somebody changed, and no other beside it', async () => {
  await inTemporaryFolder((folder) => {
    putFiles(folder, { a: 'theirs' });
    expect(replaceFile(folder, 'a', 'old', 'new')?.code).toBe('changed-meanwhile');
    expect(snapshot(folder)).toEqual({ a: 'theirs' });
  });
});

test('a file that is gone, and a folder that takes none, are findings', async () => {
  await inTemporaryFolder((folder) => {
    expect(replaceFile(folder, 'a', 'old', 'new')?.message).toMatch(/^a cannot be replaced: /);
    if (process.getuid?.() === 0) return;
    putFiles(folder, { 'sub/a': 'old' });
    chmodSync(join(folder, 'sub'), 0o555);
    try {
      expect(replaceFile(folder, 'sub/a', 'old', 'new')?.code).toBe('write-failed');
      expect(readFileSync(join(folder, 'sub/a'), 'latin1')).toBe('old');
    } finally {
      chmodSync(join(folder, 'sub'), 0o755);
    }
  });
});
