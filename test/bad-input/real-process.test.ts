import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { soundProject } from './sound-project.ts';

const project = resolve(import.meta.dirname, '../..');

/** Another build than `dist`, which the command in `bin` starts. */
const dist = process.env['HEADER_SPLIT_DIST'];
const start = dist === undefined ? join(project, 'bin/header-split.js') : join(import.meta.dirname, 'start-dist.mjs');

/** Runs a line of shell in which `"$@"` is the command line that starts the tool. */
function shell(cwd: string, line: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line, 'bash', process.execPath, start], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: cwd,
      LC_ALL: 'C',
      ...(dist === undefined ? {} : { HEADER_SPLIT_DIST: resolve(dist) }),
    },
  });
  expect(stderr).not.toMatch(/^ {4}at |bug of/m);
  return { status, stdout, stderr };
}

async function inSoundTree(work: (folder: string) => void): Promise<void> {
  await inTemporaryFolder((folder) => {
    putFiles(folder, soundProject);
    commitAll(folder);
    work(folder);
  });
}

/** What `apply` says while writing is impossible; the tree must stay as it was. */
function applyInVain(folder: string, line = '"$@" apply store.yaml'): string {
  const before = snapshot(folder);
  const { status, stderr } = shell(folder, line);
  expect(snapshot(folder)).toEqual(before);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^next: \S/m);
  return stderr;
}

test.each([
  [
    '"$@" apply gone.yaml',
    2,
    /^error: gone\.yaml cannot be read: no such file or directory \[input-unreadable\]\n --> gone\.yaml\nnext: /,
  ],
  ['"$@" check store.yaml', 0, /^$|^include\/store\.h \(to be split\)/],
  ['"$@" diff store.yaml --exit-code', 1, /^include\/store\.h \(to be split\)/m],
  ['"$@" apply', 2, /^header-split: no manifest given/],
  ['"$@" patch store.yaml | head -1', 0, /functions in common 0/],
  ['set -o pipefail; "$@" patch store.yaml | true', 0, /functions in common 0/],
  ['"$@" patch store.yaml > /dev/full', 2, /cannot write to standard output: /],
  ['"$@" patch store.yaml >&-', 0, /functions in common 0/],
])('%s', async (line, code, says) => {
  await inSoundTree((folder) => {
    const { status, stderr } = shell(folder, line);
    expect({ status, stderr }).toEqual({ status: code, stderr: expect.stringMatching(says) });
  });
});

test('of a header of megabytes nothing is said that is not asked for', async () => {
  await inTemporaryFolder((folder) => {
    const header = soundProject['include/store.h'] ?? '';
    const long = header.replace('typedef', `/* ${'words '.repeat(200_000)} */\n\ntypedef`);
    putFiles(folder, { ...soundProject, 'include/store.h': long });
    const { status, stderr } = shell(folder, '"$@" check store.yaml');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(/^$|^include\/store\.h \(to be split\)/),
    });
  });
});

test('a current folder that was removed', async () => {
  await inTemporaryFolder((folder) => {
    const { status, stderr } = shell(folder, 'mkdir gone; cd gone; rmdir ../gone; "$@" check store.yaml');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^header-split: the current directory no longer exists/);
  });
});

test('files that may not grow', async () => {
  await inSoundTree((folder) => {
    putFiles(folder, { 'include/store.h': `${soundProject['include/store.h']}/*${'x'.repeat(9000)}*/\n` });
    expect(applyInVain(folder, 'trap "" XFSZ; ulimit -f 1; "$@" apply store.yaml')).toMatch(/\[write-failed\]/);
  });
});

test('a full disk', async () => {
  await inTemporaryFolder((outside) => {
    const folder = join(outside, 'disk');
    mkdirSync(folder);
    const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', folder]).status === 0;
    try {
      putFiles(folder, soundProject);
      if (isMounted) {
        spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filler')}`, 'bs=4k']);
        expect(applyInVain(folder)).toMatch(/nothing was written: no space left on device.* \[write-failed\]/);
      } else {
        const line = 'trap "" XFSZ; ulimit -f 0; "$@" apply store.yaml';
        expect(applyInVain(folder, line)).toMatch(/\[write-failed\]/);
      }
    } finally {
      if (isMounted) spawnSync('umount', [folder]);
    }
  });
});

test('a tree that is read-only', async () => {
  await inTemporaryFolder((outside) => {
    const folder = join(outside, 'tree');
    putFiles(folder, soundProject);
    const isMounted = spawnSync('mount', ['--bind', folder, folder]).status === 0;
    const isReadOnly = isMounted && spawnSync('mount', ['-o', 'remount,ro,bind', folder]).status === 0;
    const folders = [folder, join(folder, 'include')];
    try {
      if (!isReadOnly) for (const one of folders) chmodSync(one, 0o555);
      if (isReadOnly || !canWrite(folder)) expect(applyInVain(folder)).toMatch(/\[write-failed\]/);
      // To root without the right to mount no folder is read-only; a write that fails at once comes nearest.
      else expect(applyInVain(folder, 'trap "" XFSZ; ulimit -f 0; "$@" apply store.yaml')).toMatch(/\[write-failed\]/);
    } finally {
      if (isMounted) spawnSync('umount', [folder]);
      else for (const one of folders) chmodSync(one, 0o755);
    }
  });
});

test('files that cannot be read', async () => {
  await inTemporaryFolder((folder) => {
    putFiles(folder, soundProject);
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'include/store.h'), 0);
    // Root reads everything, so it becomes nobody where it may.
    const asNobody = 'setpriv --reuid=65534 --regid=65534 --clear-groups "$@" check store.yaml';
    const line = process.getuid?.() === 0 ? asNobody : '"$@" check store.yaml';
    const { status, stdout } = shell(folder, line);
    expect(stdout).toMatch(/^error: 'include\/store\.h' cannot be read: permission denied.* \[header-unusable\]/);
    expect(status).toBe(2);
    chmodSync(join(folder, 'include/store.h'), 0o644);
  });
});

test('a repository of a later git', async () => {
  await inSoundTree((folder) => {
    git(folder, 'config', 'core.repositoryformatversion', '99');
    const { status, stderr } = shell(folder, '"$@" diff store.yaml --stat -C .');
    expect(stderr).toContain('git does not work here');
    expect(status).toBe(0);
  });
});

function canWrite(folder: string): boolean {
  const probe = join(folder, 'probe');
  try {
    writeFileSync(probe, '');
    return existsSync(probe);
  } catch {
    return false;
  } finally {
    spawnSync('rm', ['-f', probe]);
  }
}
