import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { commitAll, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

/** The sound project after its split, with a prototype that no manifest has and a definition without its assertion. */
async function inBrokenSplit(work: (folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    await runCommand(folder, ['apply', 'store.yaml']);
    edit(join(folder, 'include/store-io.h'), 'int store_read', 'int store_new(void);\nint store_read');
    edit(join(folder, 'store.c'), '    main_loop();\n', '');
    await work(folder);
  });
}

function edit(path: string, from: string, to: string): void {
  const before = readFileSync(path, 'latin1');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to), 'latin1');
}

test.each([
  [[], ['prototype-unlisted', 'assertion-missing']],
  [['--only', 'headers'], ['prototype-unlisted']],
  [['--only', 'assertions'], ['assertion-missing']],
])('check %s of a tree with both kinds of mistake', async (flags, codes) => {
  await inBrokenSplit(async (folder) => {
    const { exitCode, out } = await runCommand(folder, ['check', 'store.yaml', ...flags, '--format', 'json']);
    const report: { findings: { code: string }[] } = JSON.parse(out);
    expect({ exitCode, codes: report.findings.map(({ code }) => code) }).toEqual({ exitCode: 1, codes });
  });
});

test.each(['include/sub/store-io.h', 'other/store-io.h'])('a split with a part file in %s', async (file) => {
  await inTemporaryFolder(async (folder) => {
    const yaml = (soundProject['store.yaml'] ?? '').replace('io: {}', `io: { file: ${file} }`);
    putFiles(folder, { ...soundProject, 'store.yaml': yaml });
    commitAll(folder);
    expect((await runCommand(folder, ['apply', 'store.yaml'])).exitCode).toBe(0);
    const { exitCode, out } = await runCommand(folder, ['check', 'store.yaml']);
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: expect.not.stringContaining('error') });
    expect((await runCommand(folder, ['diff', 'store.yaml', '--exit-code'])).exitCode).toBe(0);
  });
});

test('--format github has one line for each finding, and none for a sound tree', async () => {
  await inBrokenSplit(async (folder) => {
    const broken = await runCommand(folder, ['check', 'store.yaml', '--format', 'github']);
    expect(broken.exitCode).toBe(1);
    const lines = broken.out.trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/,col=.*/, ''))).toEqual([
      '::error file=include/store-io.h,line=7',
      '::error file=store.c,line=3',
    ]);
    edit(join(folder, 'include/store-io.h'), 'int store_new(void);\n', '');
    await runCommand(folder, ['apply', 'store.yaml']);
    const sound = await runCommand(folder, ['check', 'store.yaml', '--format', 'github']);
    expect({ exitCode: sound.exitCode, out: sound.out }).toEqual({ exitCode: 0, out: '' });
  });
});

test('a root that cannot be opened is a GitHub annotation as well', async () => {
  await inTemporaryFolder(async (folder) => {
    const { exitCode, out } = await runCommand(folder, ['check', 'a.yaml', '-C', 'gone', '--format', 'github']);
    expect(exitCode).toBe(2);
    expect(out).toMatch(/^::error file=.*gone,title=The root of the tree is not a directory \[root-invalid\]::.+\n$/);
  });
});

test('the assertion of a function is asked for in the file as it is, whatever the manifests before it would change', async () => {
  await inTemporaryFolder(async (folder) => {
    const other =
      '/* SPDX-License-Identifier: MIT */\n#ifndef OTHER_H\n#define OTHER_H\n\nint other(void);\n\n#endif\n';
    putFiles(folder, {
      ...soundProject,
      'include/other.h': other,
      'other.yaml':
        'version: 1\nheader: include/other.h\nparts: { common: {}, g: { assert: lock(); } }\nprototypes: { other: g }\n',
      'store.c': `${soundProject['store.c']}\nint other(void)\n{\n    return 0;\n}\n`,
    });
    await runCommand(folder, ['apply', 'store.yaml', 'other.yaml']);
    edit(join(folder, 'store.c'), '    main_loop();\n', '');
    edit(join(folder, 'store.c'), '    lock();\n', '');
    const { out } = await runCommand(folder, ['check', 'store.yaml', 'other.yaml', '--format', 'json']);
    const report: { findings: { code: string; places: { line: number }[] }[] } = JSON.parse(out);
    const lines = readFileSync(join(folder, 'store.c'), 'latin1').split('\n');
    expect(report.findings.map(({ code, places: [place] }) => [code, lines[(place?.line ?? 0) - 1]])).toEqual([
      ['assertion-missing', 'Store *store_open(const char *name)'],
      ['assertion-missing', 'int other(void)'],
    ]);
  });
});

test.each([
  ['without `may_call`', '{}', ['macro-reaches'], []],
  ['as `may_call` allows', '{ may_call: [graph] }', ['macro-reaches'], []],
  ['as `may_call` forbids', '{ may_call: [io] }', ['call-forbidden'], ['call-forbidden']],
])('a macro that uses a function of another part, %s, before and after the split', async (_, io, whole, split) => {
  await inTemporaryFolder(async (folder) => {
    const header = soundProject['include/store.h'] ?? '';
    const macro = '#define store_again(s) store_open(s)\n';
    putFiles(folder, {
      ...soundProject,
      'include/store.h': header.replace(/(?=\n?#endif)/, macro),
      'store.yaml': `${(soundProject['store.yaml'] ?? '').replace('io: {}', `io: ${io}`)}declarations: { store_again: io }\n`,
    });
    expect(await codesOf(folder)).toEqual(expect.arrayContaining(whole));
    expect((await runCommand(folder, ['apply', 'store.yaml'])).exitCode).toBe(0);
    expect(await codesOf(folder)).toEqual(split);
  });
});

async function codesOf(folder: string): Promise<readonly string[]> {
  const { out } = await runCommand(folder, ['check', 'store.yaml', '--format', 'json']);
  const report: { findings: { code: string }[] } = JSON.parse(out);
  return report.findings.map(({ code }) => code);
}

const LOCK = { 'include/lock.h': '#ifndef LOCK_H\n#define LOCK_H\nvoid lock_taken(void);\n#endif\n' };

test.each([
  ['what nothing has but the assertion', 'include/lock.h', LOCK, ['assert-unknown']],
  ['an include that the tree does not have', 'include/lok.h', LOCK, ['assert-include-unknown']],
  ['an include that other files have too', 'gone.h', { 'other.c': '#include <gone.h>\n' }, []],
])('a split tree that asserts with %s', async (_, include, files, codes) => {
  await inTemporaryFolder(async (folder) => {
    const asserting = `{ assert: main_loop();, assert_include: ${include} }`;
    const yaml = (soundProject['store.yaml'] ?? '').replace('{ assert: main_loop(); }', asserting);
    expect(yaml).toContain(include);
    putFiles(folder, { ...soundProject, ...files, 'store.yaml': yaml });
    expect((await runCommand(folder, ['apply', 'store.yaml'])).exitCode).toBe(0);
    expect(await codesOf(folder)).toEqual(codes);
  });
});
