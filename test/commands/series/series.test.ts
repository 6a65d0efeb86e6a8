import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeRepository } from '../../io/series/series-fixture.ts';
import { git, inTemporaryFolder, putFiles, snapshot } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';
import { amInClone, inProject, mailsIn, series, subjectsIn } from '../series-project.ts';

const demo = join(import.meta.dirname, '../../../manifests/demo');
const hasGcc = spawnSync('gcc', ['--version']).status === 0 && spawnSync('make', ['--version']).status === 0;

/** What `apply` leaves to a person, and a series does. */
const LISTED = 'HEADERS = include/disk.h include/disk-graph.h include/disk-io.h include/other.h\n';

test('the mails of two headers, and git am gives what apply writes', async () => {
  await inProject(async (top, folder) => {
    const made = await series(top, '../disk.yaml', '../net.yaml', '-o', '../mails');
    expect(made.exitCode).toBe(0);
    expect(made.out.split('\n')).toEqual([
      '../mails/0000-cover-letter.patch',
      '../mails/0001-disk-split-disk.h-into-graph-and-io-headers.patch',
      '../mails/0002-disk-assert-locked-in-graph-functions-of-disk.h.patch',
      '../mails/0003-net-split-net.h-into-graph-and-io-headers.patch',
      '../mails/0004-net-assert-locked-in-graph-functions-of-net.h.patch',
      '',
    ]);
    expect(made.err).toMatch(/\n4 patches on [0-9a-f]{12}; git blame follows \d+ % of \d+ moved lines\n$/);
    const clone = amInClone(top, join(folder, 'mails'));
    expect(subjectsIn(clone)).toHaveLength(4);
    expect((await runCommand(top, ['apply', '../disk.yaml', '../net.yaml'])).exitCode).toBe(0);
    expect(snapshot(clone)).toEqual({ ...snapshot(top), Makefile: LISTED });
  });
});

test('the cover letter says what was checked, from where and by which command line', async () => {
  await inProject(async (top, folder) => {
    await series(
      top,
      '../disk.yaml',
      '../net.yaml',
      '-o',
      '../mails',
      '--cc',
      'Ünal <u@example.org>',
      '--cc=b@example.org',
    );
    const letter = mailsIn(join(folder, 'mails'))['0000-cover-letter.patch'];
    expect(letter).toContain('\nSubject: [PATCH 0/4] Split disk.h and net.h\n');
    expect(letter).toContain('Cc: =?UTF-8?q?=C3=9Cnal?= <u@example.org>,\n    b@example.org\n');
    expect(letter).toContain('- `header-split check --only headers` passes after each split.\n');
    expect(letter).toContain('- `header-split check` passes once all patches of a header are applied.\n');
    expect(letter).toContain('- It passes again after each later patch that touches these files.\n');
    expect(letter).toContain(`\nbase-commit: ${git(top, 'rev-parse', 'HEAD').trim()}\n`);
    expect(letter).toContain('\n  header-split series disk.yaml net.yaml\n');
    expect(letter).toContain('\nPatch 1 also changes Makefile.');
    expect(letter).not.toContain('../');
  });
});

test('a series of one part that asserts nothing claims no check of assertions', async () => {
  await inProject(async (top, folder) => {
    putFiles(folder, { 'disk.yaml': readFileSync(join(folder, 'disk.yaml'), 'latin1').replace(/\{ assert.*/, '{}') });
    await series(top, '../disk.yaml', '-o', '../mails');
    const mails = mailsIn(join(folder, 'mails'));
    expect(Object.keys(mails)).toEqual(['0001-disk-split-disk.h-into-graph-and-io-headers.patch']);
    const [, below = ''] = (Object.values(mails)[0] ?? '').split('\n---\n');
    expect(below).toMatch(/\n {2}header-split series disk\.yaml\n\n Makefile /);
  });
});

test('two runs give identical mails', async () => {
  await inProject(async (top, folder) => {
    const asked = ['--file', '../series.yaml', '-o', '../mails', '--thread', '--base=HEAD', '-s'];
    await series(top, ...asked);
    const first = mailsIn(join(folder, 'mails'));
    expect(Object.keys(first)).toHaveLength(5);
    expect((await series(top, ...asked)).exitCode).toBe(0);
    expect(mailsIn(join(folder, 'mails'))).toEqual(first);
  });
});

describe('options of git format-patch', () => {
  test('signoff, rfc, prefix, recipients, base, thread and answer', async () => {
    await inProject(async (top, folder) => {
      const flags = ['-s', '--rfc', '--subject-prefix', 'PATCH net', '--to', 'list@example.org', '--base', 'HEAD'];
      const more = ['--thread', '--in-reply-to', '<1@example.org>', '../disk.yaml', '-o', '../mails'];
      expect((await series(top, ...flags, ...more)).exitCode).toBe(0);
      const [letter = '', patch = ''] = Object.values(mailsIn(join(folder, 'mails')));
      expect(letter).toContain('Subject: [RFC PATCH net 0/2] ');
      expect(letter).toContain('\nIn-Reply-To: <1@example.org>\n');
      expect(letter).toContain('\nTo: list@example.org\n');
      expect(letter).toContain(`\nbase-commit: ${git(top, 'rev-parse', 'HEAD').trim()}`);
      expect(patch).toContain('\nSigned-off-by: Ada Lovelace <ada@example.org>\n');
      const id = /^Message-I[Dd]: (.*)$/m.exec(letter)?.[1];
      expect(patch).toContain(`\nIn-Reply-To: ${id}\n`);
    });
  });

  test('copies are shown where they are asked for', async () => {
    await inTemporaryFolder(async (folder) => {
      const top = join(folder, 'project');
      cpSync(join(demo, 'project'), top, { recursive: true });
      makeRepository(top);
      const manifest = join(demo, 'volume.yaml');
      for (const [name, ...flags] of [['plain'], ['copies', '--find-copies=20%']]) {
        await series(top, manifest, '-o', `../${name}`, ...flags);
        const patch = Object.values(mailsIn(join(folder, name ?? '')))[1];
        expect(patch?.includes('\ncopy from include/volume.h\n')).toBe(name === 'copies');
      }
      expect(snapshot(amInClone(top, join(folder, 'copies')))).toEqual(snapshot(amInClone(top, join(folder, 'plain'))));
    });
  });
});

test.each([
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['no newline at the end', (text: string) => text.replace(/\n$/, '')],
  [
    'latin-1',
    (text: string) => text.replaceAll('/* MIT */', '/* MIT, J\xfcrgen */').replaceAll('return', '/* \xe9 */ return'),
  ],
  ['UTF-8', (text: string) => text.replaceAll('/* MIT */', '/* MIT, J\xc3\xbcrgen */')],
  ['lines of 1,200 bytes', (text: string) => text.replaceAll('/* MIT */', `/* MIT ${'x'.repeat(1200)} */`)],
  ['lines that begin a mail', (text: string) => text.replaceAll('return', '/*\nFrom me to you\n.\n-- \n*/ return')],
])('git am restores every byte of files with %s', async (_, change) => {
  await inProject(async (top, folder) => {
    const files = Object.entries(snapshot(top)).filter(([path]) => /\.[ch]$/.test(path));
    putFiles(top, Object.fromEntries(files.map(([path, text]) => [path, change(text)])));
    git(top, 'commit', '-qam', 'other bytes');
    expect((await series(top, '../disk.yaml', '../net.yaml', '-o', '../mails')).exitCode).toBe(0);
    const clone = amInClone(top, join(folder, 'mails'));
    expect((await runCommand(top, ['apply', '../disk.yaml', '../net.yaml'])).exitCode).toBe(0);
    expect(snapshot(clone)).toEqual({ ...snapshot(top), Makefile: LISTED });
  });
});

test('a branch of the commits, and no mails', async () => {
  await inProject(async (top, folder) => {
    const before = git(top, 'for-each-ref', '--format=%(refname) %(objectname)');
    const made = await runCommand(top, ['series', '--file', '../series.yaml', '--branch', 'split']);
    expect(made).toMatchObject({ exitCode: 0, out: '' });
    expect(made.err).toMatch(/\nbranch 'split' made\n$/);
    expect(git(top, 'for-each-ref', '--format=%(refname) %(objectname)')).toContain(before);
    expect(git(top, 'log', '--format=%s', 'HEAD..split').trim().split('\n')).toHaveLength(4);
    expect(git(top, 'status', '--porcelain')).toBe('');
    expect(existsSync(join(folder, 'mails'))).toBe(false);
    const again = await series(top, '--file', '../series.yaml', '-o', '../mails', '--branch', 'split');
    expect(again).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining('[branch-refused]') });
    expect(existsSync(join(folder, 'mails'))).toBe(false);
  });
});

test('nothing to do on a commit that is split', async () => {
  await inProject(async (top, folder) => {
    await runCommand(top, ['apply', '../disk.yaml']);
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'split');
    const made = await series(top, '../disk.yaml', '-o', '../mails');
    expect(made).toMatchObject({ exitCode: 0, out: '', err: expect.stringMatching(/nothing to do; .*\n$/) });
    expect(existsSync(join(folder, 'mails'))).toBe(false);
    expect((await series(top, '../disk.yaml', '-o', '../mails', '--from', 'HEAD~1')).exitCode).toBe(0);
    expect(Object.keys(mailsIn(join(folder, 'mails')))).toHaveLength(3);
  });
});

test('a commit that is split otherwise', async () => {
  await inProject(async (top, folder) => {
    await runCommand(top, ['apply', '../disk.yaml']);
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'split');
    const manifest = readFileSync(join(folder, 'disk.yaml'), 'latin1');
    putFiles(folder, { 'disk.yaml': manifest.replace('disk_size: io', 'disk_size: graph') });
    const { exitCode, err } = await series(top, '../disk.yaml', '-o', '../mails');
    expect(exitCode).toBe(2);
    expect(err).toContain('[split-otherwise]');
    expect(err).toContain('next: Give a commit from before the split with `--from`');
  });
});

test('the report in JSON', async () => {
  await inProject(async (top) => {
    const { out } = await series(top, '--file', '../series.yaml', '-o', '../mails', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      command: 'series',
      exitCode: 0,
      from: git(top, 'rev-parse', 'HEAD').trim(),
      output: '../mails',
      branch: null,
      coverLetter: '0000-cover-letter.patch',
      patches: [
        {
          mail: '0001-disk-split-disk.h-into-graph-and-io-headers.patch',
          subject: 'disk: split disk.h into graph and io headers',
          kind: 'split',
          headers: ['include/disk.h'],
          part: null,
          files: [
            { path: 'Makefile', kind: 'modify' },
            { path: 'include/disk-graph.h', kind: 'create' },
            { path: 'include/disk-io.h', kind: 'create' },
            { path: 'include/disk.h', kind: 'modify' },
          ],
        },
        { kind: 'assertions', files: [{ path: 'disk.c', kind: 'modify' }] },
        { kind: 'split' },
        { kind: 'assertions' },
      ],
      changelog: null,
      blame: [{ path: 'include/disk-graph.h' }, {}, {}, {}],
      offers: [],
    });
  });
});

(hasGcc ? test : test.skip)(
  "every patch of the demo project's series compiles, and its test program runs",
  async () => {
    await inTemporaryFolder(async (folder) => {
      const top = join(folder, 'project');
      cpSync(join(demo, 'project'), top, { recursive: true });
      makeRepository(top);
      await series(top, join(demo, 'volume.yaml'), '-o', '../mails');
      const clone = amInClone(top, join(folder, 'mails'));
      const commits = git(clone, 'rev-list', '--reverse', 'origin/HEAD..HEAD').trim().split('\n');
      expect(commits).toHaveLength(2);
      for (const commit of commits) {
        git(clone, 'checkout', '-q', commit);
        const made = spawnSync('make', ['-s', 'clean', 'check', 'CFLAGS=-O0'], { cwd: clone, encoding: 'utf8' });
        expect({ status: made.status, errors: made.stderr }).toEqual({ status: 0, errors: '' });
      }
    });
  },
  180_000,
);
