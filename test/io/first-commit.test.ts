import { chmodSync, cpSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { makeFirstCommit } from './first-commit.ts';
import { initRepository } from './init-repository.ts';
import { git, inTemporaryFolder, putFiles } from './temporary-folder.ts';

test('a first commit without git is what git makes of the same files', async () => {
  await inTemporaryFolder((folder) => {
    const [ours, gits] = [join(folder, 'ours'), join(folder, 'gits')];
    const names = ['a.c', 'a/b', 'aa', 'b/c/d.h', 'b/c.h', 'ü', `${'long'.repeat(50)}/${'x'.repeat(200)}`];
    putFiles(ours, Object.fromEntries(names.map((name) => [name, `${name}\n`])));
    putFiles(ours, { empty: '', same: 'a.c\n' });
    chmodSync(join(ours, 'aa'), 0o755);
    cpSync(ours, gits, { recursive: true });
    initRepository(ours);
    expect(makeFirstCommit(ours)).toBe(true);
    initRepository(gits);
    git(gits, 'add', '-A');
    git(gits, 'commit', '-qm', 'before');
    const told = (top: string): readonly string[] => [
      git(top, 'ls-files', '--stage'),
      git(top, 'log', '--format=%T %an %ae %cn %ce %s %D'),
      git(top, 'reflog', '--format=%gs'),
    ];
    expect(told(ours)).toEqual(told(gits));
    expect(git(ours, 'fsck', '--strict')).toBe('');
    // As the index has it: nothing was touched since.
    expect(git(ours, 'diff-files')).toBe('');
  });
});

test('what git alone can commit is left to it', async () => {
  await inTemporaryFolder((folder) => {
    initRepository(folder);
    for (const path of ['.gitignore', 'a/.gitattributes', 'b/.git/HEAD']) {
      putFiles(folder, { [path]: '' });
      expect(makeFirstCommit(folder)).toBe(false);
      rmSync(join(folder, path.replace('/HEAD', '')), { recursive: true });
    }
    symlinkSync('nowhere', join(folder, 'link'));
    expect(makeFirstCommit(folder)).toBe(false);
  });
});
