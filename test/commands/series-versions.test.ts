import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { git, putFiles } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';
import { amInClone, inProject, mailsIn, manifests, series } from './series-project.ts';

const second = ['-v', '2', '--previous', '../mails', '--file', '../series.yaml', '-o', '../mails'] as const;

/** Makes version 1, keeps its manifests in `first`, and assigns one function to another part. */
async function reassignAfterFirst(top: string, folder: string): Promise<void> {
  await series(top, '--file', '../series.yaml', '-o', '../mails');
  putFiles(folder, { 'first/disk.yaml': manifests['disk.yaml'], 'first/net.yaml': manifests['net.yaml'] });
  putFiles(folder, { 'disk.yaml': manifests['disk.yaml'].replace('disk_size: io', 'disk_size: graph') });
}

/** The cover letter of version 2. */
function letterIn(folder: string): string {
  return mailsIn(join(folder, 'mails'))['v2-0000-cover-letter.patch'] ?? '';
}

test('version 2 after a reassignment: changelog and range-diff, and version 1 stays', async () => {
  await inProject(async (top, folder) => {
    await reassignAfterFirst(top, folder);
    const first = mailsIn(join(folder, 'mails'));
    const { exitCode, err } = await series(top, ...second, '--was', '../first');
    expect({ exitCode, warned: err.includes('[changelog-missing]') }).toEqual({ exitCode: 0, warned: false });
    expect(letterIn(folder)).toContain('\nChanges since v1:\n- disk.h: moved to graph: disk_size()\n\n');
    const range = letterIn(folder).slice(letterIn(folder).indexOf('\nRange-diff against v1:\n'));
    expect(range).toMatch(/\n1: .* ! 1: .* disk: split disk\.h into graph and io headers\n/);
    expect(range).toMatch(/\n3: .* = 3: .* net: split net\.h into graph and io headers\n/);
    expect(range).toContain('\n    -+int disk_size(void);\n');
    expect(mailsIn(join(folder, 'mails'))).toMatchObject(first);
    amInClone(top, join(folder, 'mails'), 'v2-');
  });
});

test('version 3 keeps the changelogs before it, and each patch has its own below its message', async () => {
  await inProject(async (top, folder) => {
    await reassignAfterFirst(top, folder);
    await series(top, ...second, '--was', '../first');
    const why = 'disk_read: { part: graph, why: it waits }';
    putFiles(folder, {
      'second/disk.yaml': manifests['disk.yaml'].replace('disk_size: io', 'disk_size: graph'),
      'second/net.yaml': manifests['net.yaml'],
      'disk.yaml': manifests['disk.yaml'].replace('disk_read: io', why).replace('disk_size: io', 'disk_size: graph'),
    });
    const third = second.map((word) => (word === '2' ? '3' : word));
    expect((await series(top, ...third, '--was', '../second')).exitCode).toBe(0);
    const mails = mailsIn(join(folder, 'mails'));
    expect(mails['v3-0000-cover-letter.patch']).toContain(
      '\nChanges since v2:\n- disk.h: moved to graph: disk_read() (it waits)\n\n' +
        'Changes since v1:\n- disk.h: moved to graph: disk_size()\n\n',
    );
    const split = Object.entries(mails).find(([name]) => name.startsWith('v3-0001-'))?.[1] ?? '';
    expect(split).toContain(
      '\n---\nChanges since v2:\n- new subject, was "disk: split disk.h into graph and io headers"\n' +
        '- moved to graph: disk_read() (it waits)\n\nChanges since v1:\n- moved to graph: disk_size()\n\n Makefile ',
    );
    expect(mails['v3-0002-disk-assert-locked-in-graph-functions-of-disk.h.patch']).toContain(
      '\n---\nChanges since v2:\n- moved to graph: disk_read() (it waits)\n\n' +
        'Changes since v1:\n- moved to graph: disk_size()\n\n disk.c',
    );
    expect(mails['v3-0003-net-split-net.h-into-graph-and-io-headers.patch']).not.toContain('Changes since');
    amInClone(top, join(folder, 'mails'), 'v3-');
  });
});

/** Where the manifests are files of the tree: commits them there, with what else is in the work tree. */
function commitInTree(top: string, files: Readonly<Record<string, string>>, message: string): void {
  putFiles(top, files);
  git(top, 'add', '-A');
  git(top, 'commit', '-qm', message);
}

const inTree = Object.fromEntries(Object.entries(manifests).map(([name, text]) => [`splits/${name}`, text]));
const reassigned = manifests['disk.yaml'].replace('disk_size: io', 'disk_size: graph');
const secondInTree = second.map((word) => (word === '../series.yaml' ? 'splits/series.yaml' : word));

test.each([
  ['a folder of a revision', 'HEAD:old'],
  ['a revision that has them where they are today', 'HEAD~1'],
])('--was names %s', async (_, was) => {
  await inProject(async (top, folder) => {
    commitInTree(top, inTree, 'first');
    await series(top, '--file', 'splits/series.yaml', '-o', '../mails');
    commitInTree(top, { 'splits/disk.yaml': reassigned, 'old/disk.yaml': manifests['disk.yaml'] }, 'second');
    expect((await series(top, ...secondInTree, '--was', was)).exitCode).toBe(0);
    const lines = letterIn(folder).split('\n');
    expect(lines.includes('- disk.h: moved to graph: disk_size()')).toBe(true);
    // The folder has one manifest of the two.
    expect(lines.includes('- new in the series: include/net.h')).toBe(was === 'HEAD:old');
    if (was === 'HEAD:old') return;
    putFiles(top, { 'splits/series.yaml': 'version: 1\nmanifests: [disk.yaml]\n' });
    const third = secondInTree.map((word) => (word === '2' ? '3' : word));
    expect((await series(top, ...third, '--was', 'HEAD')).exitCode).toBe(0);
    const mails = mailsIn(join(folder, 'mails'));
    expect(mails['v3-0000-cover-letter.patch']).toContain(
      '\nChanges since v2:\n- no longer in the series: include/net.h\n\nChanges since v1:\n',
    );
    // Nothing changed in it since: what was told of it before, once, and its diffstat once.
    const [assertions = ''] = Object.keys(mails).filter((name) => name.startsWith('v3-0002-'));
    expect(mails[assertions]).toContain('\n---\nChanges since v1:\n- moved to graph: disk_size()\n\n disk.c');
    expect(mails[assertions]?.match(/ files? changed, /g)).toHaveLength(1);
  });
});

test('--was names the file of the one manifest', async () => {
  await inProject(async (top, folder) => {
    await reassignAfterFirst(top, folder);
    const asked = ['-v2', '../disk.yaml', '-o', '../other', '--was', '../first/disk.yaml'];
    expect((await series(top, ...asked)).exitCode).toBe(0);
    const letter = mailsIn(join(folder, 'other'))['v2-0000-cover-letter.patch'];
    expect(letter).toContain('\nChanges since v1:\n- moved to graph: disk_size()\n');
    expect(letter).not.toContain('Range-diff');
  });
});

test('without --was, HEAD knows the manifests of before when they are edited since', async () => {
  await inProject(async (top, folder) => {
    commitInTree(top, inTree, 'first');
    await series(top, '--file', 'splits/series.yaml', '-o', '../mails');
    putFiles(top, { 'splits/disk.yaml': reassigned });
    expect((await series(top, ...secondInTree)).err).not.toContain('[changelog-missing]');
    expect(letterIn(folder)).toContain('\n- disk.h: moved to graph: disk_size()\n');
    git(top, 'commit', '-qam', 'second');
    expect((await series(top, ...secondInTree)).err).toContain('nothing says what the manifests were in version 1');
    expect(letterIn(folder)).not.toContain('Changes since');
    expect(letterIn(folder)).toContain('\nRange-diff against v1:\n');
  });
});

test('a repository that holds the manifests and not the tree is not asked', async () => {
  await inProject(async (top, folder) => {
    git(folder, 'init', '-q');
    putFiles(folder, { '.gitignore': '/top\n' });
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'first');
    await reassignAfterFirst(top, folder);
    expect((await series(top, ...second)).err).toContain('nothing says what the manifests were in version 1');
    expect((await series(top, ...second, '--was', 'HEAD')).exitCode).toBe(2);
    expect((await series(top, ...second, '--was', '../first')).exitCode).toBe(0);
  });
});

test('a range of commits as the version before', async () => {
  await inProject(async (top, folder) => {
    await runCommand(top, ['series', '--file', '../series.yaml', '--branch', 'v1']);
    putFiles(folder, { 'disk.yaml': manifests['disk.yaml'].replace('disk_size: io', 'disk_size: graph') });
    const asked = ['-v', '2', '--previous', 'HEAD..v1', '--file', '../series.yaml', '-o', '../mails'];
    expect((await series(top, ...asked)).exitCode).toBe(0);
    expect(letterIn(folder)).toMatch(/\n3: .* = 3: .* net: split net\.h into graph and io headers\n/);
  });
});

test.each([
  [['--previous', '../nowhere'], 'previous-unusable'],
  [['--previous', '../empty'], 'previous-unusable'],
  [['--was', '../nowhere'], 'input-unreadable'],
  [['--was', '../other'], 'was-other-header'],
  [['--base', 'nowhere'], 'revision-unknown'],
  [['--from', 'nowhere'], 'revision-unknown'],
])('refused: %s', async (flags, code) => {
  await inProject(async (top, folder) => {
    mkdirSync(join(folder, 'empty'));
    putFiles(folder, { 'other/disk.yaml': manifests['net.yaml'], 'other/net.yaml': manifests['net.yaml'] });
    const { exitCode, out, err } = await series(top, '-v2', '--file', '../series.yaml', '-o', '../mails', ...flags);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(`[${code}]`);
  });
});
