import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { git, putFiles, snapshot } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';
import { amInClone, inProject, mailsIn, manifests, series, subjectsIn } from './series-project.ts';

const asked = ['--file', '../series.yaml', '-o', '../mails'] as const;

/** A commit on a branch of its own that appends a line to `disk.c`; its mail is in the folder around `top`. */
function makePrerequisite(top: string, line = 'int ready;'): void {
  const { 'disk.c': source = '' } = snapshot(top);
  putFiles(top, { 'disk.c': `${source}\n${line}\n` });
  git(top, 'commit', '-qam', 'disk: get ready', '--author=Grace Hopper <grace@example.org>');
  git(top, 'branch', 'ready');
  git(top, 'format-patch', '-q', '-1', '-o', '..', '--no-numbered');
  git(top, 'reset', '-q', '--hard', 'HEAD~1');
}

function writeSeries(folder: string, yaml: string): void {
  putFiles(folder, { 'series.yaml': `${manifests['series.yaml']}${yaml}` });
}

describe('prerequisites', () => {
  test.each([
    ['a mail', '{ mail: 0001-disk-get-ready.patch }'],
    ['a commit', '{ commit: ready }'],
  ])('%s', async (_, entry) => {
    await inProject(async (top, folder) => {
      makePrerequisite(top);
      writeSeries(folder, `prerequisites: [${entry}]\nconsumers: []\n`);
      expect((await series(top, ...asked)).exitCode).toBe(0);
      const clone = amInClone(top, join(folder, 'mails'));
      expect(subjectsIn(clone)[0]).toBe('disk: get ready');
      expect(git(clone, 'log', '--reverse', '--format=%an', 'origin/HEAD..HEAD').split('\n')[0]).toBe('Grace Hopper');
      git(top, 'cherry-pick', 'ready');
      expect((await runCommand(top, ['apply', '../disk.yaml', '../net.yaml'])).exitCode).toBe(0);
      expect(snapshot(clone)).toEqual(snapshot(top));
    });
  });

  test('between the splits, on what the patches before leave', async () => {
    await inProject(async (top, folder) => {
      makePrerequisite(top);
      writeSeries(folder, 'prerequisites: [{ commit: ready, before: include/net.h }]\n');
      expect((await series(top, ...asked)).exitCode).toBe(0);
      expect(subjectsIn(amInClone(top, join(folder, 'mails')))).toEqual([
        'disk: split disk.h into graph and io headers',
        'disk: assert locked() in graph functions of disk.h',
        'disk: get ready',
        'net: split net.h into graph and io headers',
        'net: assert locked() in graph functions of net.h',
      ]);
    });
  });

  test('an uncommitted change in a file that one touches', async () => {
    await inProject(async (top, folder) => {
      putFiles(top, { 'notes.txt': 'one\n' });
      git(top, 'add', '-A');
      git(top, 'commit', '-qm', 'notes');
      putFiles(top, { 'notes.txt': 'two\n' });
      git(top, 'commit', '-qam', 'two');
      git(top, 'tag', 'two');
      git(top, 'reset', '-q', '--hard', 'HEAD~1');
      putFiles(top, { 'notes.txt': 'mine\n' });
      writeSeries(folder, 'prerequisites: [{ commit: two }]\n');
      const { exitCode, err } = await series(top, ...asked);
      expect(exitCode).toBe(2);
      expect(err).toContain('notes.txt differs from the last commit [uncommitted-change]');
    });
  });

  test('refused where the series file names them', async () => {
    await inProject(async (top, folder) => {
      putFiles(folder, { 'bad.patch': 'no mail\n' });
      for (const [entry, code] of [
        ['mail: gone.patch', 'input-unreadable'],
        ['mail: bad.patch', 'prerequisite-unusable'],
        ['commit: nowhere', 'prerequisite-unusable'],
      ]) {
        writeSeries(folder, `prerequisites:\n  - { ${entry} }\n`);
        const { exitCode, out, err } = await series(top, ...asked);
        expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
        expect(err).toContain(`[${code}]\n --> ../series.yaml:4:`);
        expect(existsSync(join(folder, 'mails'))).toBe(false);
      }
    });
  });
});

test('a prerequisite that defines a function which asserts in a new file', async () => {
  await inProject(async (top, folder) => {
    putFiles(top, { 'more.c': 'int disk_open(const char *name, int flags)\n{\n    return 7;\n}\n' });
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'disk: open in another way');
    git(top, 'branch', 'more');
    git(top, 'reset', '-q', '--hard', 'HEAD~1');
    const named = manifests['disk.yaml'].replace('parts:', "definitions: ['*.c']\nparts:");
    putFiles(folder, { 'disk.yaml': named });
    writeSeries(folder, 'prerequisites: [{ commit: more, before: include/net.h }]\n');
    const { exitCode, err } = await series(top, ...asked);
    expect(exitCode).toBe(2);
    expect(err).toContain("after patch 3, 'more', include/disk.h does not match its manifest: ");
    expect(err).toContain('[series-check-failed]');
  });
});

test('a prerequisite that undoes what a patch did', async () => {
  await inProject(async (top, folder) => {
    await runCommand(top, ['series', '../disk.yaml', '--branch', 'split']);
    git(top, 'checkout', '-q', 'split');
    const { 'include/disk-io.h': part = '' } = snapshot(top);
    putFiles(top, { 'include/disk-io.h': part.replace('int disk_size(void);\n', '') });
    git(top, 'commit', '-qam', 'disk: drop a declaration');
    git(top, 'checkout', '-q', '-');
    writeSeries(folder, 'prerequisites: [{ commit: split, before: include/net.h }]\n');
    const { exitCode, err } = await series(top, ...asked);
    expect(exitCode).toBe(2);
    expect(err).toContain("after patch 3, 'split', include/disk.h does not match its manifest: ");
    expect(err).toContain('[series-check-failed]');
    expect(existsSync(join(folder, 'mails'))).toBe(false);
  });
});

describe('text consumers', () => {
  test('without `consumers`, what is proposed goes with the split', async () => {
    await inProject(async (top, folder) => {
      const { err } = await series(top, ...asked);
      expect(err).toContain('also changed: Makefile; `consumers: []` in a series file leaves such files alone\n');
      expect(err).not.toContain('[consumer-offered]');
      const mails = mailsIn(join(folder, 'mails'));
      expect(mails['0000-cover-letter.patch']).not.toContain('- Makefile');
      const [split = ''] = Object.values(mails).filter((mail) => mail.includes('b/Makefile'));
      expect(split).toContain('Adjust references to disk.h:\n\n  Makefile: list the new headers as well\n');
    });
  });

  test('one that is not listed is offered, and named in the cover letter', async () => {
    await inProject(async (top, folder) => {
      writeSeries(folder, 'consumers: []\n');
      const { err } = await series(top, ...asked);
      expect(err).toContain('[consumer-offered]');
      expect(err).toContain('Makefile is not changed, and could name the part files of include/disk.h');
      expect(err).toContain('\n+++ b/Makefile\n');
      const { out } = await series(top, ...asked, '--format', 'json');
      expect(JSON.parse(out).offers).toMatchObject([{ file: 'Makefile', header: 'include/disk.h' }]);
      expect(mailsIn(join(folder, 'mails'))['0000-cover-letter.patch']).toContain('- Makefile: include/disk.h\n');
    });
  });

  test.each([
    ['split', 4],
    ['own', 5],
  ])('with: %s', async (place, count) => {
    await inProject(async (top, folder) => {
      writeSeries(folder, `consumers: [{ file: Makefile, with: ${place} }]\n`);
      const { err } = await series(top, ...asked);
      expect(err).not.toContain('Makefile');
      const clone = amInClone(top, join(folder, 'mails'));
      expect(subjectsIn(clone)).toHaveLength(count);
      expect(readFileSync(join(clone, 'Makefile'), 'latin1')).toContain('include/disk-io.h');
      expect(mailsIn(join(folder, 'mails'))['0000-cover-letter.patch']).not.toContain('- Makefile');
      const first = git(clone, 'log', '--reverse', '--format=', '--name-only', '-1', `HEAD~${count - 1}`);
      expect(first.split('\n').includes('Makefile')).toBe(place === 'split');
    });
  });

  test('a patch that the series file names, from the folder of the series file', async () => {
    await inProject(async (top, folder) => {
      const patch =
        '--- a/Makefile\n+++ b/Makefile\n@@ -1 +1 @@\n-HEADERS = include/disk.h include/other.h\n+HEADERS =\n';
      putFiles(folder, { 'patches/make.patch': patch });
      const entry = 'consumers: [{ file: Makefile, header: include/disk.h, patch: make.patch }]\n';
      const yaml = manifests['series.yaml'].replace('[disk.yaml, net.yaml]', '[../disk.yaml, ../net.yaml]');
      putFiles(folder, { 'patches/series.yaml': `${yaml}${entry}` });
      expect((await series(top, '--file', '../patches/series.yaml', '-o', '../mails')).exitCode).toBe(0);
      const clone = amInClone(top, join(folder, 'mails'));
      expect(readFileSync(join(clone, 'Makefile'), 'latin1')).toBe('HEADERS =\n');
    });
  });
});

describe('cc_command', () => {
  test('each line that it prints goes to Cc, and no shell reads its arguments', async () => {
    await inProject(async (top, folder) => {
      const script =
        '#!/bin/sh\necho "$1 <a@example.org>"; shift; for f; do basename "$f" >&2; done; echo "b@example.org"\n';
      putFiles(folder, { 'who.sh': script });
      chmodSync(join(folder, 'who.sh'), 0o755);
      writeSeries(folder, `cc_command: [${join(folder, 'who.sh')}, '$HOME *']\n`);
      expect((await series(top, ...asked, '--run-cc-command', '--cc', 'c@example.org')).exitCode).toBe(0);
      const mails = mailsIn(join(folder, 'mails'));
      expect(mails['0000-cover-letter.patch']).toContain(
        '\nCc: c@example.org,\n    $HOME * <a@example.org>,\n    b@example.org\n',
      );
    });
  });

  test('its failure is a finding, and no mail is written', async () => {
    await inProject(async (top, folder) => {
      writeSeries(folder, 'cc_command: [sh, -c, "echo no such list >&2; exit 3"]\n');
      const { exitCode, out, err } = await series(top, ...asked, '--run-cc-command');
      expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
      expect(err).toContain('the program that names the recipients, sh, failed: no such list [cc-command-failed]');
      expect(existsSync(join(folder, 'mails'))).toBe(false);
    });
  });

  test('it is not run unless the user says so, and a warning says what was left out', async () => {
    await inProject(async (top, folder) => {
      writeSeries(folder, `cc_command: [sh, -c, "touch ${folder}/ran; echo a@b"]\n`);
      const { exitCode, err } = await series(top, ...asked);
      expect({ exitCode, wasRun: existsSync(join(folder, 'ran')) }).toEqual({ exitCode: 0, wasRun: false });
      expect(err).toContain(
        `warning: Cc has only the addresses of the options, as this was not run: sh -c touch ${folder}/ran; echo a@b [cc-command-not-run]\n --> ../series.yaml:`,
      );
      expect(err).toContain('then add `--run-cc-command`');
      expect(mailsIn(join(folder, 'mails'))['0000-cover-letter.patch']).not.toContain('\nCc:');
      const branch = await runCommand(top, ['series', '--file', '../series.yaml', '--branch', 'b']);
      expect(branch.err).not.toContain('cc-command');
    });
  });
});

test('every mistake is told in one run', async () => {
  await inProject(async (top, folder) => {
    putFiles(folder, {
      'disk.yaml': manifests['disk.yaml'].replace('disk_read: io', 'disk_read: oi'),
      'series.yaml': 'version: 1\nmanifests: [disk.yaml, gone.yaml]\nprerequisites: [{ mail: gone.patch }]\n',
    });
    const { exitCode, err } = await series(top, ...asked);
    expect(exitCode).toBe(2);
    expect(err).toContain('[unknown-part]');
    expect(err).toContain(
      'gone.yaml cannot be read: no such file or directory [input-unreadable]\n --> ../series.yaml:2:24',
    );
    expect(err).toContain('gone.patch cannot be read');
  });
});

test('a template with a placeholder that does not exist', async () => {
  await inProject(async (top, folder) => {
    writeSeries(folder, 'subjects: { split: "{{nmae}}: split" }\n');
    const { exitCode, err } = await series(top, ...asked);
    expect(exitCode).toBe(2);
    expect(err).toContain('[placeholder-unknown]\n --> ../series.yaml:3:');
    expect(existsSync(join(folder, 'mails'))).toBe(false);
  });
});

test('files of the tree that make the series are no text consumers', async () => {
  await inProject(async (top) => {
    putFiles(top, manifests);
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'manifests');
    const { exitCode, err } = await series(top, '--file', 'series.yaml', '-o', '../mails');
    expect({ exitCode, named: /(disk|net|series)\.yaml: it names/.test(err) }).toEqual({ exitCode: 0, named: false });
    expect((await series(top, 'net.yaml', '-o', '../other')).err).not.toContain('net.yaml: it names');
  });
});
