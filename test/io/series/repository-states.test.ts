import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createBranch } from '../../../src/io/series/create-branch.ts';
import { formatMails } from '../../../src/io/series/mails/format-mails.ts';
import { findSource } from '../../../src/io/series/source-repository.ts';
import { uncommittedChanges } from '../../../src/io/series/uncommitted.ts';
import { treeAtCommit } from '../../../src/io/series/workbench.ts';
import { git, inTemporaryFolder, putFiles } from '../temporary-folder.ts';
import { applyMails, built, cover, everyByte, inRepository, made, messageOf, onSite, sound } from './series-fixture.ts';

const patch = made('Split a.h', { 'a.h': ['a\n', 'A\n'], 'new.h': [null, 'new\n'] });

/** What a series finds in the repository at `root`, which stays as it is; the texts of the mails when nothing. */
async function seriesAt(root: string, untouched = root): Promise<readonly string[]> {
  const before = everyByte(untouched);
  try {
    return await onSite(root, ({ bench, start }) => {
      const lookup = treeAtCommit(bench, start.commit);
      expect(lookup.kind === 'tree' && lookup.tree.read('a.h')).toBe('a\n');
      const findings = uncommittedChanges(bench, ['a.h', 'new.h']);
      if (findings.length > 0) return findings.map(messageOf);
      const result = formatMails(bench, start, built({ bench, start }, [patch]), cover);
      return result.kind === 'mails' ? result.mails.map(({ text }) => text) : result.findings.map(messageOf);
    });
  } finally {
    expect(everyByte(untouched)).toEqual(before);
  }
}

const written = [
  expect.stringContaining('[PATCH 0/1] Split a header'),
  expect.stringContaining('[PATCH 1/1] Split a.h'),
];

test.each([
  ['in the work tree', (top: string) => putFiles(top, { 'a.h': 'mine\n' }), 'a.h'],
  [
    'in the index alone',
    (top: string) => {
      putFiles(top, { 'a.h': 'mine\n' });
      git(top, 'add', 'a.h');
      putFiles(top, { 'a.h': 'a\n' });
    },
    'a.h',
  ],
  ['removed', (top: string) => git(top, 'rm', '-q', 'a.h'), 'a.h'],
  ['a new file of the series', (top: string) => putFiles(top, { 'new.h': '' }), 'new.h'],
  [
    'a new file that git ignores',
    (top: string) => putFiles(top, { 'new.h': '', '.git/info/exclude': 'new.h' }),
    'new.h',
  ],
])('uncommitted changes in a file of the series: %s', async (_, change, path) => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    change(top);
    const how = path === 'new.h' ? 'is not in' : 'differs from';
    expect(await seriesAt(top)).toEqual([`uncommitted-change: ${path} ${how} the last commit`]);
  });
});

test('uncommitted changes elsewhere, a stash, and files that were only touched', async () => {
  await inRepository({ 'a.h': 'a\n', 'b.h': 'b\n', 'new.h.in': '' }, async (top) => {
    putFiles(top, { 'b.h': 'stashed\n' });
    git(top, 'stash', '-q');
    putFiles(top, { 'b.h': 'mine\n', 'untracked.h': '', 'a.h': 'a\n' });
    expect(await seriesAt(top)).toEqual(written);
  });
});

test('a detached HEAD, and a branch without a name that mails could have', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    git(top, 'checkout', '-q', '--detach');
    expect(await seriesAt(top)).toEqual(written);
  });
});

test('a bare clone', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top, folder) => {
    git(folder, 'clone', '-q', '--bare', top, 'bare');
    git(`${folder}/bare`, 'config', 'user.name', 'Ada Lovelace');
    git(`${folder}/bare`, 'config', 'user.email', 'ada@example.org');
    expect(await seriesAt(`${folder}/bare`)).toEqual(written);
    expect(messageOfSource(`${folder}/bare/refs`)).toMatch(
      /^series-needs-git: .*neither in a work tree nor in a bare repository$/,
    );
  });
});

test('a linked work tree, and a root below the top level of one', async () => {
  await inRepository({ 'a.h': 'a\n', 'sub/a.h': 'a\n' }, async (top, folder) => {
    git(top, 'worktree', 'add', '-q', '../linked');
    expect(await seriesAt(`${folder}/linked`, folder)).toEqual(written);
    expect((await seriesAt(`${folder}/linked/sub`, folder))[1]).toContain('+++ b/sub/a.h');
  });
});

test('a shallow clone', async () => {
  await inRepository({ 'a.h': 'first\n' }, async (top, folder) => {
    putFiles(top, { 'a.h': 'a\n' });
    git(top, 'commit', '-qam', 'second');
    git(folder, 'clone', '-q', '--depth=1', `file://${top}`, 'shallow');
    git(`${folder}/shallow`, 'config', 'user.name', 'Ada Lovelace');
    git(`${folder}/shallow`, 'config', 'user.email', 'ada@example.org');
    expect(await seriesAt(`${folder}/shallow`)).toEqual(written);
  });
});

test('a clone that borrows its objects', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top, folder) => {
    git(folder, 'clone', '-q', '--shared', top, 'shared');
    git(`${folder}/shared`, 'config', 'user.name', 'Ada Lovelace');
    git(`${folder}/shared`, 'config', 'user.email', 'ada@example.org');
    expect(await seriesAt(`${folder}/shared`)).toEqual(written);
  });
});

test('a submodule with changes of its own', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top, folder) => {
    git(folder, 'clone', '-q', top, 'other');
    git(top, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `${folder}/other`, 'sub');
    git(top, 'commit', '-qm', 'sub');
    putFiles(top, { 'sub/a.h': 'mine\n' });
    const mails = await seriesAt(top);
    expect(mails).toEqual(written);
    applyMails(top, folder, await onMails(top));
  });
});

test('no commit yet', async () => {
  await inTemporaryFolder(async (top) => {
    git(top, 'init', '-q');
    await expect(seriesAt(top)).rejects.toThrow('revision-unknown: the branch has no commit yet');
  });
});

test('no repository', async () => {
  await inTemporaryFolder((top) => {
    expect(messageOfSource(top)).toBe(
      `series-needs-git: ${top}: it is neither in a work tree nor in a bare repository`,
    );
  });
});

test('no user.name, and no address', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top, folder) => {
    await withEnvironment({ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', HOME: folder }, async () => {
      git(top, 'config', '--unset', 'user.name');
      await expect(seriesAt(top)).rejects.toThrow(
        'identity-missing: git cannot say who the author is: no name was given',
      );
      git(top, 'config', 'user.name', 'A');
      git(top, 'config', '--unset', 'user.email');
      await expect(seriesAt(top)).rejects.toThrow(
        'identity-missing: git cannot say who the author is: no email was given',
      );
      const given = { GIT_AUTHOR_EMAIL: 'author@x', GIT_COMMITTER_EMAIL: 'committer@x', GIT_AUTHOR_NAME: 'Ä' };
      await withEnvironment(given, async () => {
        const [letter, mail] = await seriesAt(top);
        expect(letter).toContain('\nFrom: A <committer@x>\n');
        expect(mail).toContain('\nFrom: =?UTF-8?q?=C3=84?= <author@x>\n');
      });
    });
  });
});

test('line ends that git converts', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    git(top, 'config', 'core.autocrlf', 'true');
    rmSync(join(top, 'a.h'));
    git(top, '-c', 'core.autocrlf=true', 'checkout', '-q', 'a.h');
    expect(readFileSync(join(top, 'a.h'), 'latin1')).toBe('a\r\n');
    expect(await seriesAt(top)).toEqual(written);
    putFiles(top, { 'a.h': 'b\r\n' });
    expect(await seriesAt(top)).toEqual(['uncommitted-change: a.h differs from the last commit']);
  });
});

test('hooks do not run', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    const trap = `#!/bin/sh\ntouch ${top}/hook-ran\nexit 1\n`;
    mkdirSync(join(top, '.git/hooks'), { recursive: true });
    for (const hook of ['pre-commit', 'commit-msg', 'post-commit', 'reference-transaction', 'post-index-change']) {
      writeFileSync(join(top, '.git/hooks', hook), trap, { mode: 0o755 });
    }
    expect(await seriesAt(top)).toEqual(written);
    await onSite(top, ({ bench, start }) => {
      const [commit] = built({ bench, start }, [patch]);
      expect(createBranch(bench, 'series', start.commit, commit?.id ?? '')).toBeNull();
    });
    expect(existsSync(join(top, 'hook-ran'))).toBe(false);
  });
});

test('an index that git cannot read', async () => {
  await inRepository({ 'a.h': 'a\n', 'b.h': 'b\n' }, async (top) => {
    writeFileSync(join(top, '.git/index'), 'broken');
    expect(await seriesAt(top)).toEqual(written);
    putFiles(top, { 'a.h': 'mine\n', 'new.h': '' });
    expect(await seriesAt(top)).toEqual([
      'uncommitted-change: a.h differs from the last commit',
      'uncommitted-change: new.h is not in the last commit',
    ]);
  });
});

test('a lock on the index', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    writeFileSync(join(top, '.git/index.lock'), '');
    expect(await seriesAt(top)).toEqual(written);
  });
});

test('a repository that may not be written', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    const folders = ['.git/objects', '.git/refs/heads', '.git/refs', '.git', '.'].map((path) => join(top, path));
    for (const path of folders) chmodSync(path, 0o555);
    try {
      expect(await seriesAt(top)).toEqual(written);
    } finally {
      for (const path of folders.toReversed()) chmodSync(path, 0o755);
    }
  });
});

async function withEnvironment(changes: Readonly<Record<string, string>>, work: () => Promise<void>): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, changes);
  try {
    await work();
  } finally {
    process.env = before;
  }
}

async function onMails(top: string) {
  return onSite(top, ({ bench, start }) => {
    const result = formatMails(bench, start, built({ bench, start }, [patch]), cover);
    return result.kind === 'mails' ? result.mails : [];
  });
}

function messageOfSource(root: string): string {
  try {
    sound(findSource(root));
    return 'found';
  } catch (error) {
    return error instanceof Error ? error.message : 'thrown';
  }
}
