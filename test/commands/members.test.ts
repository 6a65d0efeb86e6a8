import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { initRepository } from '../io/init-repository.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

const files = {
  'm.yaml': `version: 1
header: ops.h
parts:
  common: {}
  graph: { banner: Global state. }
  io: {}
prototypes: { disk_open: graph, disk_read: io }
`,
  'audit.yaml': 'version: 1\nmanifests: [m.yaml]\nmembers:\n  DiskOps: { graph: [open], io: [read, seek] }\n',
  'ops.h': `/* Disks. */
#ifndef OPS_H
#define OPS_H

struct DiskOps {
    int size;

    /* Both take a disk. */
    int (*read)(int at);
    int (*open)(int mode);
    int (*seek)(int to);
};

int disk_open(int mode);
int disk_read(int at);

#endif
`,
};
const SECTIONS = `    int size;

    /* Global state. */

    int (*open)(int mode);

    /* Members of the part io. */

    /* Both take a disk. */
    int (*read)(int at);
    int (*seek)(int to);
};`;

async function inProject<T>(
  work: (folder: string, run: (line: string) => ReturnType<typeof runCommand>) => Promise<T>,
) {
  return inTemporaryFolder(async (folder) => {
    initRepository(folder);
    putFiles(folder, files);
    commitAll(folder);
    return work(folder, (line) => runCommand(folder, line.split(' ')));
  });
}

test('apply divides the struct in its part file, check is clean, and an edit of the audit file moves one member', async () => {
  await inProject(async (folder, run) => {
    const audited = 'm.yaml --audit-file audit.yaml';
    const before = await run(`check ${audited}`);
    expect(before.out).toContain('[struct-not-divided]');
    const applied = await run(`apply ${audited}`);
    expect([applied.exitCode, applied.err]).toEqual([0, expect.stringContaining('[member-heading]')]);
    expect(readFileSync(join(folder, 'ops-common.h'), 'latin1')).toContain(SECTIONS);
    const split = snapshot(folder);
    expect(await run(`check ${audited}`)).toMatchObject({ exitCode: 0, out: '' });
    expect(await run(`apply ${audited}`)).toMatchObject({ exitCode: 0 });
    expect(snapshot(folder)).toEqual(split);

    writeFileSync(
      join(folder, 'audit.yaml'),
      files['audit.yaml'].replace('[open], io: [read, seek]', '[open, seek], io: [read]'),
    );
    const wrong = await run(`check ${audited}`);
    expect([wrong.exitCode, wrong.out]).toEqual([1, expect.stringContaining('ops-common.h:15:5')]);
    expect(wrong.out).toContain(
      'DiskOps.seek stands among those of io and belongs among those of graph [member-misplaced]',
    );
    commitAll(folder);
    expect((await run(`apply ${audited}`)).exitCode).toBe(0);
    expect(git(folder, 'diff', '--ignore-blank-lines', '--numstat').trim()).toBe('1\t1\tops-common.h');
    const moved = snapshot(folder);
    for (const command of ['regenerate', 'check --fix']) {
      git(folder, 'checkout', '-q', '--', '.');
      expect([command, (await run(`${command} ${audited}`)).exitCode]).toEqual([command, 0]);
      expect(snapshot(folder)).toEqual(moved);
    }
  });
});

test('check --fix divides no struct that has no sections yet', async () => {
  await inProject(async (folder, run) => {
    await run('apply m.yaml');
    const before = snapshot(folder);
    expect(await run('check --fix m.yaml --audit-file audit.yaml')).toMatchObject({ exitCode: 0 });
    expect(snapshot(folder)).toEqual(before);
    expect((await run('regenerate m.yaml --audit-file audit.yaml')).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'ops-common.h'), 'latin1')).toContain(SECTIONS);
  });
});

test('verify proves the patch that divides, whose readers all change', async () => {
  await inProject(async (folder, run) => {
    putFiles(folder, { 'a.c': '#include "ops.h"\nint f(struct DiskOps *o) { return o->read(o->seek(1)); }\n' });
    commitAll(folder);
    const { exitCode, out } = await run('verify m.yaml --audit-file audit.yaml --cc gcc');
    expect([exitCode, out]).toEqual([0, expect.stringContaining('code in a unit that reads the struct')]);
    const wrong = await run('verify --series s.yaml --audit-file audit.yaml --cc gcc');
    expect([wrong.exitCode, wrong.err]).toEqual([2, expect.stringContaining('works with manifests only')]);
  });
});

test('the slices of patch stand on top of each other', async () => {
  await inProject(async (folder, run) => {
    const whole = await run('patch m.yaml --audit-file audit.yaml');
    const slices = [];
    for (const only of ['headers', 'members'])
      slices.push((await run(`patch m.yaml --audit-file audit.yaml --only ${only}`)).out);
    const apply = (patch: string) =>
      execFileSync('git', ['apply', '--index'], { cwd: folder, input: Buffer.from(patch, 'latin1') });
    for (const slice of slices) apply(slice);
    const sliced = snapshot(folder);
    git(folder, 'reset', '-q', '--hard');
    apply(whole.out);
    expect(snapshot(folder)).toEqual(sliced);
  });
});

test('series has a patch for the struct, which git am takes', async () => {
  await inProject(async (folder, run) => {
    await run('apply m.yaml --audit-file audit.yaml');
    const applied = snapshot(folder);
    git(folder, 'reset', '-q', '--hard');
    git(folder, 'clean', '-qfd');
    writeFileSync(join(folder, 's.yaml'), 'version: 1\nmanifests: [m.yaml]\naudit: audit.yaml\n');
    expect(await run('series --file s.yaml --branch out')).toMatchObject({ exitCode: 0 });
    expect(git(folder, 'log', '--format=%s', 'HEAD..out').trim().split('\n')).toEqual([
      'ops: divide the members of DiskOps by where they run',
      'ops: split ops.h into common, graph and io headers',
    ]);
    rmSync(join(folder, 's.yaml'));
    git(folder, 'checkout', '-q', 'out');
    expect(snapshot(folder)).toEqual(applied);
    git(folder, 'checkout', '-q', '-');
    const { exitCode, out } = await run('series m.yaml --audit-file audit.yaml -o -');
    expect([exitCode, out]).toEqual([
      0,
      expect.stringContaining('patch 2 divides structs of function pointers\nthe same way'),
    ]);
    expect(out).toContain(
      'Bring the members of DiskOps together in the sections graph and io,\nbehind those that belong to none.',
    );
  });
});

describe('refusals', () => {
  test.each([
    ['apply m.yaml --only members', '--only members needs an --audit-file'],
    ['series m.yaml --audit-file audit.yaml --since HEAD -o -', '--since or --was cannot be combined'],
    ['apply m.yaml --only members --audit-file audit.yaml', '[only-assertions]'],
    ['diff m.yaml --audit-file missing.yaml', '[input-unreadable]'],
    ['diff m.yaml --audit-file m.yaml', '[manifest-unknown-key]'],
  ])('%s', async (line, said) => {
    await inProject(async (folder, run) => {
      const before = snapshot(folder);
      const { exitCode, err } = await run(line);
      expect([exitCode, err]).toEqual([2, expect.stringContaining(said)]);
      expect(snapshot(folder)).toEqual(before);
    });
  });
});
