import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

const MANIFEST = `version: 1
header: foo.h
parts:
  common: {}
  core: {}
  other: { assert: "cant_sleep();" }
  worker: { assert: "might_sleep();" }
prototypes:
  foo_stop: core
  foo_flush: worker
  foo_idle: core
  foo_twice: worker
`;

const SOURCE = `#include "foo.h"

int foo_stop(int x)
{
    int y = x;

    /* The caller must be able to sleep. */
    might_sleep();
    return y;
}

int foo_flush(int x)
{
    int y = x;


    return y;
}

int foo_idle(int x)
{
    return x;
}

int foo_twice(int x)
{
    might_sleep();
    x++;
    might_sleep();
    return x;
}
`;

const project = {
  'foo.h':
    '#ifndef FOO_H\n#define FOO_H\nint foo_stop(int x);\nint foo_flush(int x);\nint foo_idle(int x);\nint foo_twice(int x);\n#endif\n',
  'foo.c': SOURCE,
  'foo.yaml': MANIFEST,
};

const FOREIGN = "foo_stop() of part 'core' has the assertion of part 'worker' [assertion-foreign]";
const asserted = SOURCE.replace('int y = x;\n\n\n', 'int y = x;\n\n    might_sleep();\n\n');

async function run(folder: string, ...argv: readonly string[]) {
  const [command = '', ...options] = argv;
  return runCommand(folder, [command, 'foo.yaml', ...options]);
}

function sourceIn(folder: string): string {
  return readFileSync(join(folder, 'foo.c'), 'latin1');
}

/** Splits the project, and checks that this took nothing out, that `check` is content and that all of it stays so. */
async function split(folder: string): Promise<void> {
  const told = await run(folder, 'check');
  expect(told).toMatchObject({ exitCode: 0, out: expect.stringContaining(`warning: ${FOREIGN}\n --> foo.c:8:5`) });
  const applied = await run(folder, 'apply');
  expect(applied).toMatchObject({ exitCode: 0, err: expect.stringContaining(FOREIGN) });
  await staysSplit(folder);
}

async function staysSplit(folder: string): Promise<void> {
  const before = snapshot(folder);
  expect(sourceIn(folder)).toBe(asserted);
  const checked = await run(folder, 'check');
  expect(checked).toMatchObject({ exitCode: 0, out: expect.stringContaining(FOREIGN) });
  expect((await run(folder, 'check', '--fix')).exitCode).toBe(0);
  expect((await run(folder, 'apply')).exitCode).toBe(0);
  expect(snapshot(folder)).toEqual(before);
}

test('what stood in a function before the split stays, and is told of', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, project);
    commitAll(folder);
    await split(folder);
    commitAll(folder);
    await staysSplit(folder);
  });
});

test('without git it stays all the same', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, project);
    await split(folder);
  });
});

test('what came after the split is an error that --fix mends, and nothing else goes with it', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, project);
    commitAll(folder);
    await split(folder);
    writeFileSync(join(folder, 'foo.c'), asserted.replace('    return x;\n', '    might_sleep();\n    return x;\n'));
    const checked = await run(folder, 'check');
    expect(checked).toMatchObject({ exitCode: 1, out: expect.stringContaining('foo_idle() of part') });
    expect((await run(folder, 'check', '--fix')).exitCode).toBe(0);
    await staysSplit(folder);
  });
});

test('regenerate takes out what the tool put in, and what a person wrote stays', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, project);
    commitAll(folder);
    await split(folder);
    commitAll(folder);
    writeFileSync(join(folder, 'foo.yaml'), MANIFEST.replace(/worker$/gm, 'core'));
    expect((await run(folder, 'regenerate')).exitCode).toBe(0);
    expect(sourceIn(folder)).toBe(SOURCE);
    writeFileSync(join(folder, 'foo.yaml'), MANIFEST.replace(/(foo_stop|foo_twice): \w+/g, '$1: other'));
    expect((await run(folder, 'regenerate')).exitCode).toBe(0);
    const both = asserted
      .replace('    /* The', '    cant_sleep();\n\n    /* The')
      .replace('{\n    might_sleep();\n    x++', '{\n    cant_sleep();\n    might_sleep();\n    x++');
    expect(sourceIn(folder)).toBe(both);
    expect((await run(folder, 'check')).exitCode).toBe(0);
  });
});

test('where the history is cut off it is an error, with the way out', async () => {
  await inTemporaryFolder(async (folder) => {
    const full = join(folder, 'full');
    putFiles(full, project);
    commitAll(full);
    await split(full);
    commitAll(full);
    const shallow = join(folder, 'shallow');
    git(folder, 'clone', '-q', '--depth', '1', `file://${full}`, shallow);
    const checked = await run(shallow, 'check');
    expect(checked).toMatchObject({ exitCode: 1, out: expect.stringContaining('[assertion-unwanted]') });
    expect(checked.out).toContain('fetch that history (`git fetch --unshallow`)');
    execFileSync('git', ['-C', shallow, 'fetch', '-q', '--unshallow'], { stdio: 'pipe' });
    expect((await run(shallow, 'check')).exitCode).toBe(0);
  });
});

test('a series leaves it, passes its own checks, and asks reviewers to look', async () => {
  await inTemporaryFolder(async (folder) => {
    const top = join(folder, 'top');
    putFiles(top, project);
    commitAll(top);
    const made = await run(top, 'series', '-o', '../mails');
    expect(made).toMatchObject({ exitCode: 0, err: expect.stringContaining(FOREIGN) });
    const [cover = '', ...patches] = made.out.split('\n').filter((line) => line !== '');
    const letter = readFileSync(join(top, cover), 'latin1');
    expect(letter).toContain(
      "Existing checks that don't match the header that declares the function\nnow:\n- foo.c:8: foo_stop(), now in foo-core.h, has the check of foo-worker.h\n",
    );
    expect(letter).toContain('`header-split check` passes once all patches of a header are applied.');
    git(top, 'am', '-q', ...patches);
    expect(sourceIn(top)).toBe(asserted);
  });
});
