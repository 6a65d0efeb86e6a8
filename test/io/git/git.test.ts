import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { blobId, findRepository } from '../../../src/io/git/git.ts';
import { commitAll, git, inTemporaryFolder, putFiles } from '../temporary-folder.ts';

test('blob ids are git’s, in either object format', async () => {
  await inTemporaryFolder((folder) => {
    putFiles(folder, { a: 'J\xfcrgen\r\n\0', empty: '' });
    for (const format of ['sha1', 'sha256'] as const) {
      const repository = join(folder, format);
      mkdirSync(repository);
      git(repository, 'init', '-q', `--object-format=${format}`);
      expect(findRepository(repository)).toMatchObject({ kind: 'found', repository: { objectFormat: format } });
      const hash = (file: string): string => git(repository, 'hash-object', '--no-filters', join(folder, file)).trim();
      expect(blobId('J\xfcrgen\r\n\0', format)).toBe(hash('a'));
      expect(blobId('', format)).toBe(hash('empty'));
    }
  });
});

test('a linked work tree has a git folder of its own', async () => {
  await inTemporaryFolder((folder) => {
    const main = join(folder, 'main');
    putFiles(main, { 'a.c': '' });
    commitAll(main);
    git(main, 'worktree', 'add', '-q', '../linked');
    expect(findRepository(join(folder, 'linked'))).toMatchObject({
      repository: { topLevel: join(folder, 'linked'), gitDir: join(main, '.git/worktrees/linked') },
    });
  });
});

test('neither a plain folder nor a bare repository nor the git folder is a work tree', async () => {
  await inTemporaryFolder((folder) => {
    mkdirSync(join(folder, 'plain'));
    mkdirSync(join(folder, 'bare'));
    git(join(folder, 'bare'), 'init', '-q', '--bare');
    commitAll(join(folder, 'plain'));
    for (const inside of ['.', 'bare', 'plain/.git']) expect(findRepository(join(folder, inside)).kind).toBe('none');
  });
});

test('git is asked only where something looks like a repository', async () => {
  const env = process.env;
  await inTemporaryFolder((folder) => {
    putFiles(folder, {
      'bin/git': '#!/bin/sh\nexit 3\n',
      'plain/a.c': '',
      'like-bare/HEAD': '',
      'like-bare/below/b.c': '',
    });
    putFiles(folder, { 'broken/.git': '' });
    chmodSync(join(folder, 'bin/git'), 0o755);
    symlinkSync('../broken', join(folder, 'plain/link'));
    try {
      process.env = { ...env, PATH: join(folder, 'bin') };
      expect(findRepository(join(folder, 'plain')).kind).toBe('none');
      for (const asked of ['like-bare', 'like-bare/below', 'broken', 'plain/link', 'gone']) {
        expect(findRepository(join(folder, asked))).toMatchObject({ reason: 'git ended with status 3' });
      }
    } finally {
      process.env = env;
    }
  });
});
