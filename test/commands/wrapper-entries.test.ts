import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

// A part file that needs an include which leads back to the header reads the wrapper above its guard.

const project: Readonly<Record<string, string>> = {
  'job.h': '#ifndef JOB_H\n#define JOB_H\n#include "disk.h"\ntypedef int job_t;\n#endif\n',
  'disk.h': `/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "job.h"

int disk_flush(int s);
int disk_run(job_t j);
int disk_stat(int s);

#endif
`,
  'm.yaml': `version: 1
header: disk.h
parts: { common: {}, graph: {}, io: {}, more: {} }
prototypes:
  disk_flush: graph
  disk_run: io
  disk_stat: io
`,
};

const edited = (project['m.yaml'] ?? '').replace('disk_run: io', 'disk_run: more');
const entered = '/* SPDX-License-Identifier: MIT */\n#include "disk.h"\n\n#ifndef DISK_';

async function run(folder: string, ...argv: readonly string[]): Promise<string> {
  const { exitCode, out, err } = await runCommand(folder, argv);
  expect({ exitCode, err: exitCode === 0 ? '' : err }).toEqual({ exitCode: 0, err: '' });
  return out;
}

test('regenerate makes what a split by the edited manifest makes: another file reads the wrapper', async () => {
  const wanted = await inTemporaryFolder(async (folder) => {
    putFiles(folder, { ...project, 'm.yaml': edited });
    commitAll(folder);
    await run(folder, 'apply', 'm.yaml');
    return snapshot(folder);
  });
  expect(wanted['disk-more.h']?.startsWith(`${entered}MORE_H`)).toBe(true);
  expect(wanted['disk-io.h']).not.toContain('"disk.h"');
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, project);
    commitAll(folder);
    await run(folder, 'apply', 'm.yaml');
    expect(readFileSync(join(folder, 'disk-io.h'), 'utf8').startsWith(`${entered}IO_H`)).toBe(true);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'split');
    writeFileSync(join(folder, 'm.yaml'), edited);
    await run(folder, 'regenerate', 'm.yaml');
    expect(snapshot(folder)).toEqual(wanted);
    expect(await run(folder, 'check', 'm.yaml')).toBe('');
  });
});

test('where the whole header is not to be had, what moves leaves the line where it is', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, project);
    await run(folder, 'apply', 'm.yaml');
    writeFileSync(join(folder, 'm.yaml'), (project['m.yaml'] ?? '').replace('disk_stat: io', 'disk_stat: graph'));
    await run(folder, 'regenerate', 'm.yaml', '--was', 'm.yaml');
    await run(folder, 'check', 'm.yaml', '--fix');
    const files = snapshot(folder);
    expect(files['disk-io.h']?.startsWith(`${entered}IO_H`)).toBe(true);
    expect(files['disk-graph.h']).toContain('int disk_stat(int s);');
    expect(files['disk-io.h']).not.toContain('disk_stat');
    expect(await run(folder, 'check', 'm.yaml')).toBe('');
  });
});

test('init --from-split reads such a split, and its manifest makes the same of the whole header', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, project);
    await run(folder, 'apply', 'm.yaml');
    const { 'm.yaml': _manifest, ...split } = snapshot(folder);
    const learnt = await run(folder, 'init', 'disk.h', '--from-split');
    expect(learnt).toContain('includes:\n  job.h: io\n');
    expect(learnt).not.toContain('leads back');
    await inTemporaryFolder(async (other) => {
      putFiles(other, { 'disk.h': project['disk.h'] ?? '', 'job.h': project['job.h'] ?? '', 'learnt.yaml': learnt });
      await run(other, 'apply', 'learnt.yaml');
      const { 'learnt.yaml': _learnt, ...again } = snapshot(other);
      expect(again).toEqual(split);
    });
  });
});
