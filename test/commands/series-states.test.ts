import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { everyByte } from '../io/series/series-fixture.ts';
import { git, putFiles } from '../io/temporary-folder.ts';
import { amInClone, inProject, mailsIn, series } from './series-project.ts';

const written = {
  exitCode: 0,
  out: expect.stringContaining('0004-net-assert-locked-in-graph-functions-of-net.h.patch\n'),
};

/** Makes the series in the repository at `top`; its five mails must be written. */
async function expectMails(top: string, folder: string): Promise<void> {
  expect(await series(top, ...asked(folder))).toMatchObject(written);
  expect(Object.keys(mailsIn(join(folder, 'mails')))).toHaveLength(5);
}

function asked(folder: string): readonly string[] {
  return ['--file', join(folder, 'series.yaml'), '-o', join(folder, 'mails')];
}

/** No mail is written, and the finding is told. */
async function expectRefusal(top: string, folder: string, ...texts: readonly string[]): Promise<void> {
  const { exitCode, out, err } = await series(top, ...asked(folder));
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  for (const text of texts) expect(err).toContain(text);
  expect(existsSync(join(folder, 'mails'))).toBe(false);
}

test('a file name with a line break is no change', async () => {
  await inProject(async (top, folder) => {
    git(top, 'mv', 'disk.c', 'di\nsk.c');
    git(top, 'commit', '-qm', 'odd');
    await expectMails(top, folder);
    putFiles(top, { 'di\nsk.c': 'mine\n' });
    rmSync(join(folder, 'mails'), { recursive: true });
    await expectRefusal(top, folder, 'sk.c differs from the last commit');
  });
});

test.each([
  ['a header', (top: string) => putFiles(top, { 'include/net.h': 'mine\n' }), 'include/net.h'],
  ['a source file', (top: string) => putFiles(top, { 'disk.c': 'mine\n' }), 'disk.c'],
  [
    'a source file, staged alone',
    (top: string) => {
      putFiles(top, { 'disk.c': 'mine\n' });
      git(top, 'add', '-A');
      git(top, 'show', 'HEAD:disk.c');
    },
    'disk.c',
  ],
  ['a part file to be', (top: string) => putFiles(top, { 'include/disk-io.h': '' }), 'include/disk-io.h'],
  ['a build file that names a header', (top: string) => putFiles(top, { Makefile: 'mine\n' }), 'Makefile'],
  ['a header that is gone', (top: string) => rmSync(join(top, 'include/disk.h')), 'include/disk.h'],
])('uncommitted changes: %s', async (_, change, path) => {
  await inProject(async (top, folder) => {
    change(top);
    const how = path === 'include/disk-io.h' ? 'is not in' : 'differs from';
    await expectRefusal(top, folder, `error: ${path} ${how} the last commit [uncommitted-change]`);
  });
});

test('uncommitted changes of what the series does not touch, and a stash', async () => {
  await inProject(async (top, folder) => {
    putFiles(top, { 'disk.c': 'stashed\n' });
    git(top, 'stash', '-q');
    putFiles(top, { 'notes.txt': 'one\n' });
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'notes');
    putFiles(top, { 'notes.txt': 'mine\n', 'untracked.c': 'int disk_open(const char *name, int flags)\n{\n}\n' });
    await expectMails(top, folder);
    expect(mailsIn(join(folder, 'mails'))['0002-disk-assert-locked-in-graph-functions-of-disk.h.patch']).not.toContain(
      'untracked',
    );
  });
});

test('a detached HEAD', async () => {
  await inProject(async (top, folder) => {
    git(top, 'checkout', '-q', '--detach');
    await expectMails(top, folder);
  });
});

test('a bare clone', async () => {
  await inProject(async (top, folder) => {
    git(folder, 'clone', '-q', '--bare', top, 'bare');
    const bare = join(folder, 'bare');
    git(bare, 'config', 'user.name', 'Ada Lovelace');
    git(bare, 'config', 'user.email', 'ada@example.org');
    await expectMails(bare, folder);
    amInClone(top, join(folder, 'mails'));
  });
});

test('a linked work tree, of another branch', async () => {
  await inProject(async (top, folder) => {
    git(top, 'worktree', 'add', '-q', '-b', 'other', '../linked');
    putFiles(top, { 'disk.c': 'mine\n' });
    await expectMails(join(folder, 'linked'), folder);
  });
});

test('a shallow clone', async () => {
  await inProject(async (top, folder) => {
    git(top, 'commit', '-q', '--allow-empty', '-m', 'second');
    git(folder, 'clone', '-q', '--depth=1', `file://${top}`, 'shallow');
    const shallow = join(folder, 'shallow');
    git(shallow, 'config', 'user.name', 'Ada Lovelace');
    git(shallow, 'config', 'user.email', 'ada@example.org');
    await expectMails(shallow, folder);
  });
});

test('a partial clone that lacks a file of the commit', async () => {
  await inProject(async (top, folder) => {
    git(top, 'config', 'uploadpack.allowFilter', 'true');
    putFiles(top, { 'disk.c': 'int later;\n' });
    git(top, 'commit', '-qam', 'second');
    git(folder, 'clone', '-q', '--filter=blob:none', `file://${top}`, 'partial');
    const partial = join(folder, 'partial');
    git(partial, 'config', 'gc.auto', '0');
    git(partial, 'config', 'user.name', 'Ada Lovelace');
    git(partial, 'config', 'user.email', 'ada@example.org');
    const before = await series(partial, '../disk.yaml', '--from', 'HEAD~1', '-o', '../mails');
    expect({ exitCode: before.exitCode, out: before.out }).toEqual({ exitCode: 2, out: '' });
    expect(before.err).toContain('error: git does not have the content of disk.c at ');
    expect(before.err).toContain('[object-missing]');
    git(partial, 'fetch', '-q', '--refetch', '--no-filter');
    const after = await series(partial, '../disk.yaml', '--from', 'HEAD~1', '-o', '../mails');
    expect(after).toMatchObject({ exitCode: 0, out: expect.stringContaining('0002-disk-assert-locked') });
  });
});

test('a commit whose date has a zone that git does not write', async () => {
  await inProject(async (top, folder) => {
    const commit = git(top, 'cat-file', 'commit', 'HEAD').replace(/^(committer .*) [-+]\d+$/m, '$1 +051800');
    putFiles(folder, { commit });
    const id = git(top, 'hash-object', '-t', 'commit', '-w', '--literally', join(folder, 'commit')).trim();
    git(top, 'reset', '-q', '--hard', id);
    await expectMails(top, folder);
    expect(mailsIn(join(folder, 'mails'))['0000-cover-letter.patch']).toMatch(/^Date: .* \+0000$/m);
  });
});

test.each(['.git', '.git/objects/mails', '.git/refs/heads'])('mails do not go to %s', async (output) => {
  await inProject(async (top) => {
    const { exitCode, err } = await series(top, '../disk.yaml', '-o', output);
    expect(exitCode).toBe(2);
    expect(err).toContain(`error: ${output} is in the git directory of the repository [mails-unwritable]`);
  });
});

test('the project as a submodule, and a submodule in it', async () => {
  await inProject(async (top, folder) => {
    const outer = join(folder, 'outer');
    git(folder, 'init', '-q', 'outer');
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', top, 'project');
    const inner = join(outer, 'project');
    git(inner, 'config', 'user.name', 'Ada Lovelace');
    git(inner, 'config', 'user.email', 'ada@example.org');
    git(inner, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', top, 'copy');
    git(inner, 'commit', '-qm', 'copy');
    putFiles(inner, { 'copy/disk.c': 'mine\n' });
    await expectMails(inner, folder);
  });
});

test('a root below the top level', async () => {
  await inProject(async (top, folder) => {
    mkdirSync(join(top, 'sub'));
    for (const name of readdirSync(top)) if (name !== 'sub' && name !== '.git') git(top, 'mv', name, 'sub/');
    git(top, 'commit', '-qm', 'below');
    expect(await series(top, ...asked(folder), '-C', 'sub')).toMatchObject(written);
    const clone = amInClone(top, join(folder, 'mails'));
    expect(existsSync(join(clone, 'sub/include/disk-io.h'))).toBe(true);
  });
});

test('no commits', async () => {
  await inProject(async (_, folder) => {
    git(folder, 'init', '-q', 'empty');
    await expectRefusal(join(folder, 'empty'), folder, 'the branch has no commit yet [revision-unknown]');
  });
});

test('no repository', async () => {
  await inProject(async (_, folder) => {
    mkdirSync(join(folder, 'plain'));
    await expectRefusal(join(folder, 'plain'), folder, '[series-needs-git]');
  });
});

test('no user.name', async () => {
  await inProject(async (top, folder) => {
    git(top, 'config', '--unset', 'user.name');
    const before = { ...process.env };
    Object.assign(process.env, { HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });
    try {
      await expectRefusal(top, folder, '[identity-missing]', 'next: Run `git config user.name NAME`');
    } finally {
      process.env = before;
    }
  });
});

test('a name that is not UTF-8', async () => {
  await inProject(async (top, folder) => {
    const config = join(top, '.git/config');
    const text = readFileSync(config, 'latin1').replace(/name = .*/, 'name = J\xf6rg');
    expect(text).toContain('\xf6');
    writeFileSync(config, text, 'latin1');
    await expectRefusal(top, folder, "the author's name is not UTF-8, as mails need it [identity-missing]");
  });
});

test('line ends that git converts: the mails hold what git stores', async () => {
  await inProject(async (top, folder) => {
    await expectMails(top, folder);
    const plain = mailsIn(join(folder, 'mails'));
    rmSync(join(folder, 'mails'), { recursive: true });
    git(top, 'config', 'core.autocrlf', 'true');
    rmSync(join(top, 'disk.c'));
    rmSync(join(top, 'include/disk.h'));
    git(top, '-c', 'core.autocrlf=true', 'checkout', '-q', '.');
    await expectMails(top, folder);
    expect(mailsIn(join(folder, 'mails'))).toEqual(plain);
  });
});

test('hooks do not run', async () => {
  await inProject(async (top, folder) => {
    mkdirSync(join(top, '.git/hooks'), { recursive: true });
    for (const hook of ['pre-commit', 'commit-msg', 'post-commit', 'applypatch-msg', 'pre-applypatch']) {
      writeFileSync(join(top, '.git/hooks', hook), `#!/bin/sh\ntouch ${folder}/hook-ran\nexit 1\n`, { mode: 0o755 });
    }
    await expectMails(top, folder);
    expect(existsSync(join(folder, 'hook-ran'))).toBe(false);
  });
});

test('an index that git cannot read', async () => {
  await inProject(async (top, folder) => {
    writeFileSync(join(top, '.git/index'), 'broken');
    await expectMails(top, folder);
    rmSync(join(folder, 'mails'), { recursive: true });
    putFiles(top, { 'disk.c': 'mine\n' });
    await expectRefusal(top, folder, '[uncommitted-change]');
  });
});

describe('a repository that may not be written', () => {
  /** Takes every right to write from the repository and its folders while `work` runs. */
  async function readOnly(top: string, work: () => void | Promise<void>): Promise<void> {
    const names = readdirSync(top, { recursive: true, encoding: 'utf8' }).map((name) => join(top, name));
    const paths = [...names, top].filter((path) => lstatSync(path).isDirectory() || lstatSync(path).isFile());
    const modes = paths.map((path) => lstatSync(path).mode & 0o777);
    for (const [at, path] of paths.entries()) chmodSync(path, (modes[at] ?? 0) & ~0o222);
    try {
      await work();
    } finally {
      for (const [at, path] of paths.entries()) chmodSync(path, modes[at] ?? 0);
    }
  }

  test('gives mails all the same', async () => {
    await inProject((top, folder) => readOnly(top, () => expectMails(top, folder)));
  });

  // Rights do not bind root, so the built tool runs as somebody else.
  const nobody = 65534;
  const isRoot = process.getuid?.() === 0;
  const canBeNobody = isRoot && spawnSync(process.execPath, ['--version'], { uid: nobody, gid: nobody }).status === 0;
  (canBeNobody ? test : test.skip)('gives mails to a user without rights, and refuses the branch', async () => {
    await inProject(async (top, folder) => {
      const tool = join(folder, 'tool');
      const home = join(import.meta.dirname, '../..');
      for (const path of ['bin', 'dist/bin', 'package.json']) {
        cpSync(join(home, path), join(tool, path), { recursive: true });
      }
      const own = (path: string): void => chownSync(path, nobody, nobody);
      for (const name of readdirSync(top, { recursive: true, encoding: 'utf8' })) own(join(top, name));
      for (const path of [top, folder]) own(path);
      const run = (...argv: readonly string[]) =>
        spawnSync(process.execPath, [join(tool, 'bin/header-split.js'), 'series', '../disk.yaml', ...argv], {
          cwd: top,
          uid: nobody,
          gid: nobody,
          encoding: 'utf8',
          env: { PATH: process.env['PATH'], HOME: folder },
        });
      await readOnly(top, () => {
        const before = everyByte(top);
        const mails = run('-o', '../mails');
        expect({ status: mails.status, out: mails.stdout }).toEqual({
          status: 0,
          out: expect.stringContaining('../mails/0002-disk-assert-locked-in-graph-functions.patch\n'),
        });
        const branch = run('--branch', 'split');
        expect({ status: branch.status, out: branch.stdout }).toEqual({ status: 2, out: '' });
        expect(branch.stderr).toContain("the branch 'split' cannot be made: ");
        expect(branch.stderr).toContain('[branch-refused]');
        expect(everyByte(top)).toEqual(before);
      });
    });
  });
});

test('a folder that cannot be made', async () => {
  await inProject(async (top, folder) => {
    putFiles(folder, { mails: 'a file\n' });
    const { exitCode, out, err } = await series(top, ...asked(folder));
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain('[mails-unwritable]');
  });
});

test('a folder with a mail that git am would take along', async () => {
  await inProject(async (top, folder) => {
    putFiles(folder, { 'mails/0005-an-older-one.patch': '' });
    const { exitCode, err } = await series(top, ...asked(folder));
    expect({ exitCode, names: readdirSync(join(folder, 'mails')) }).toEqual({
      exitCode: 2,
      names: ['0005-an-older-one.patch'],
    });
    expect(err).toContain('[mails-left-over]');
  });
});
