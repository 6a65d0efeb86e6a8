import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { git, putFiles, snapshot } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';
import { amInClone, inProject, mailsIn, manifests, series } from './series-project.ts';

const inTree = { 'splits/disk.yaml': manifests['disk.yaml'], 'splits/net.yaml': manifests['net.yaml'] };
const both = ['splits/disk.yaml', 'splits/net.yaml'] as const;

/** Splits both headers by manifests in the tree, and commits that. */
async function inSplitProject(work: (top: string, folder: string) => Promise<void>): Promise<void> {
  await inProject(async (top, folder) => {
    putFiles(top, inTree);
    expect((await runCommand(top, ['apply', ...both])).exitCode).toBe(0);
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'Split the headers');
    await work(top, folder);
  });
}

function edit(top: string, file: keyof typeof inTree, from: string, to: string): void {
  putFiles(top, { [file]: readFileSync(join(top, file), 'utf8').replace(from, to) });
}

test('a function goes to another part: one mail, no letter, and git am gives what regenerate writes', async () => {
  await inSplitProject(async (top, folder) => {
    edit(top, 'splits/disk.yaml', 'disk_open: graph', 'disk_open: { part: io, why: it only reads }');
    const { exitCode, out } = await series(top, '--since', 'HEAD', ...both, '-o', '../mails', '--fixes', '--signoff');
    expect({ exitCode, out }).toEqual({
      exitCode: 0,
      out: '../mails/0001-disk-classify-disk_open-as-io.patch\n',
    });
    const [mail = ''] = Object.values(mailsIn(join(folder, 'mails')));
    const id = git(top, 'rev-parse', '--short=12', 'HEAD').trim();
    expect(mail).toContain(`
Subject: [PATCH] disk: classify disk_open() as io

disk_open() only reads.

Move it from disk-graph.h to disk-io.h and no longer assert locked().

Fixes: ${id} ("Split the headers")
Signed-off-by: Ada Lovelace <ada@example.org>
---
 disk.c               | 1 -
`);
    const clone = amInClone(top, join(folder, 'mails'));
    expect((await runCommand(top, ['regenerate', ...both])).exitCode).toBe(0);
    expect(snapshot(clone)).toEqual(snapshot(top));
    // What was made of the edit by then does not stand in the way.
    expect((await series(top, '--since', 'HEAD', ...both, '-o', '../again')).exitCode).toBe(0);
  });
});

test('a comment that applies to what stays is copied: the commit, the letter and the note say so', async () => {
  await inProject(async (top, folder) => {
    const header = readFileSync(join(top, 'include/disk.h'), 'utf8');
    const comment = '/*\n * Clock and its limits.\n */\nint disk_read';
    putFiles(top, { ...inTree, 'include/disk.h': header.replace('int disk_read', `\n${comment}`) });
    git(top, 'commit', '-qam', 'Add a comment');
    expect((await runCommand(top, ['apply', ...both])).exitCode).toBe(0);
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'Split the headers');
    edit(top, 'splits/disk.yaml', 'disk_read: io', 'disk_read: graph');
    const alone = await series(top, '--since', 'HEAD', ...both, '-o', '../one');
    expect(alone.err).toContain('include/disk-io.h:5:1: the comment "Clock and its limits." is copied to');
    // The line is one of the file that is named, and HEAD has another there.
    const line = readFileSync(join(top, 'splits/disk.yaml'), 'utf8').split('\n').indexOf('  disk_read: graph') + 1;
    expect(alone.err).toContain(`> splits/disk.yaml:${line}:3\n`);
    const told = `Duplicated comments:
- include/disk-io.h:5: "Clock and its limits." is in disk-graph.h and
  disk-io.h

Line numbers are those before the series.
`;
    expect(Object.values(mailsIn(join(folder, 'one'))).join('')).toContain(`
Move it from disk-io.h to disk-graph.h and assert locked().

A comment that applies in several places is duplicated.
---
${told}`);
    edit(top, 'splits/net.yaml', 'net_send: io', 'net_send: graph');
    await series(top, '--since', 'HEAD', ...both, '-o', '../two');
    expect(mailsIn(join(folder, 'two'))['0000-cover-letter.patch']).toContain(`
Points for review
=================

${told.split('\n\n')[0]}

No definition found, so not asserted (generated?):
- include/net-io.h:5: net_send()

Line numbers`);
  });
});

test('several topics: a commit for each, those of one reason together, then what is left', async () => {
  await inSplitProject(async (top, folder) => {
    edit(
      top,
      'splits/disk.yaml',
      'disk_open: graph\n  disk_read: io',
      'disk_open: io\n  disk_read: { part: graph, why: it locks }',
    );
    edit(top, 'splits/net.yaml', 'net_send: io', 'net_send: { part: graph, why: it locks }');
    edit(top, 'splits/net.yaml', 'io: {}', 'io: { banner: No lock. }');
    expect((await series(top, '--since', 'HEAD', ...both, '-o', '../mails')).exitCode).toBe(0);
    const mails = mailsIn(join(folder, 'mails'));
    expect(Object.keys(mails)).toEqual([
      '0000-cover-letter.patch',
      '0001-disk-classify-disk_open-as-io.patch',
      '0002-disk-net-classify-disk_read-and-net_send-as-graph.patch',
      '0003-net-add-a-comment-at-the-top-of-net-io.h.patch',
    ]);
    expect(mails['0000-cover-letter.patch']).toContain(
      'Subject: [PATCH 0/3] Reclassify functions of disk.h and net.h\n',
    );
    const second = mails['0002-disk-net-classify-disk_read-and-net_send-as-graph.patch'];
    expect(second).toContain(`
Each of these functions locks.

Move disk_read() from disk-io.h to disk-graph.h and assert locked().

Move net_send() from net-io.h to net-graph.h.
`);
    expect(second).toContain('\n+  disk_read: { part: graph, why: it locks }\n');
    const clone = amInClone(top, join(folder, 'mails'));
    expect((await runCommand(top, ['regenerate', ...both])).exitCode).toBe(0);
    expect(snapshot(clone)).toEqual(snapshot(top));
  });
});

test('an edit that is committed, and one of manifests that lie elsewhere', async () => {
  await inSplitProject(async (top, folder) => {
    edit(top, 'splits/disk.yaml', 'disk_open: graph', 'disk_open: io');
    await runCommand(top, ['regenerate', ...both]);
    git(top, 'commit', '-qam', 'wip');
    expect((await runCommand(top, ['series', '--since', 'HEAD~1', ...both, '--branch', 'topic'])).exitCode).toBe(0);
    expect(git(top, 'log', '--format=%s', 'HEAD~1..topic')).toBe('disk: classify disk_open() as io\n');
    expect(git(top, 'diff', 'HEAD', 'topic')).toBe('');
    git(top, 'reset', '-q', '--hard', 'HEAD~1');
    putFiles(folder, { 'now/disk.yaml': manifests['disk.yaml'].replace('disk_open: graph', 'disk_open: io') });
    const file =
      'version: 1\nmanifests: [disk.yaml]\nprefix: storage\nconsumers: [{ file: Makefile }]\ncover: { tested: booted }\n';
    putFiles(folder, { 'now/series.yaml': file });
    const elsewhere = await series(top, '--was', '../disk.yaml', '--file', '../now/series.yaml', '-o', '../mails');
    expect(elsewhere.err).toContain('[since-ignores]: 2, the first at ../now/series.yaml:4:13\n');
    expect(mailsIn(join(folder, 'mails'))['0001-storage-classify-disk_open-as-io.patch']).not.toMatch(
      /disk\.yaml|booted/,
    );
  });
});

test('nothing that changed, and files in the way', async () => {
  await inSplitProject(async (top) => {
    const unchanged = await series(top, '--since', 'HEAD', ...both, '-o', '../mails');
    expect(unchanged.exitCode).toBe(2);
    expect(unchanged.err).toContain('error: no manifest differs from what HEAD has [since-unchanged]');
    edit(top, 'splits/disk.yaml', 'disk_open: graph', 'disk_open: io');
    putFiles(top, { 'disk.c': `${readFileSync(join(top, 'disk.c'), 'utf8')}\n` });
    const changed = await series(top, '--since', 'HEAD', ...both, '-o', '../mails');
    expect(changed.err).toContain('error: disk.c differs from the last commit [uncommitted-change]');
    for (const [words, said] of [
      [['--since', 'HEAD', '--was', 'x'], 'option --was with --since needs -v 2 or later'],
      [['--since', 'HEAD', '--from', 'x'], 'options --since and --from cannot be combined'],
      [['--fixes'], 'option --fixes needs --since or --was'],
    ] as const) {
      const { exitCode, err } = await series(top, ...words, ...both, '-o', '../mails');
      expect({ exitCode, err }).toEqual({ exitCode: 2, err: expect.stringContaining(said) });
    }
  });
});

test('--fixes names the commit that classified, not one that reworded; of an assertion, the one that inserted it', async () => {
  await inProject(async (top, folder) => {
    const made: string[] = [];
    const commit = (subject: string): void => {
      git(top, 'add', '-A');
      git(top, 'commit', '-qm', subject);
      made.push(git(top, 'rev-parse', '--short=12', 'HEAD').trim());
    };
    putFiles(top, inTree);
    await runCommand(top, ['apply', '--only', 'headers', ...both]);
    commit('Split');
    await runCommand(top, ['apply', '--only', 'assertions', ...both]);
    commit('Assert');
    const sub = (file: string, from: string, to: string): void =>
      putFiles(top, { [file]: readFileSync(join(top, file), 'utf8').replace(from, to) });
    sub('include/disk-io.h', 'int disk_read(long at);', 'int\ndisk_read(long where);');
    sub('include/disk-graph.h', '(const char *name, int flags)', '(const char *path, int flags)');
    commit('Reword');
    edit(top, 'splits/disk.yaml', 'disk_open: graph', 'disk_open: { part: graph, assert: false, why: it waits }');
    edit(top, 'splits/disk.yaml', 'disk_read: io', 'disk_read: { part: graph, why: it locks }');
    expect((await series(top, '--since', 'HEAD', ...both, '-o', '../mails', '--fixes')).exitCode).toBe(0);
    const trailers = Object.values(mailsIn(join(folder, 'mails'))).flatMap((mail) => mail.match(/^Fixes: .*$/gm) ?? []);
    expect(trailers.sort()).toEqual([`Fixes: ${made[0]} ("Split")`, `Fixes: ${made[1]} ("Assert")`].sort());
  });
});
