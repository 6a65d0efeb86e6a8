import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Code } from '../../../src/diagnostics/codes.ts';
import { soundProject } from '../../bad-input/sound-project.ts';
import { readCase } from '../../case-folder.ts';
import { commitAll, inTemporaryFolder, putFiles, snapshot } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

type Report = {
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
  readonly fixed: readonly { readonly code: string }[];
  readonly files: readonly { readonly path: string }[];
};

async function fix(folder: string): Promise<{ readonly exitCode: number; readonly report: Report }> {
  const { exitCode, out } = await runCommand(folder, ['check', 'manifest.yaml', '--fix', '--format', 'json']);
  return { exitCode, report: JSON.parse(out) };
}

function errorsOf({ findings }: Report): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

test.each<[name: string, fixed: readonly Code[], left: readonly Code[]]>([
  ['prototype-unlisted', [], ['prototype-unlisted']],
  ['prototype-without-part', [], ['prototype-unassigned']],
  ['prototype-misplaced', ['prototype-misplaced'], []],
  ['prototype-in-wrapper', ['prototype-in-wrapper', 'prototype-in-wrapper'], ['prototype-in-wrapper']],
  ['prototype-doubled-in-two-files', ['prototype-doubled', 'prototype-doubled'], []],
  ['prototype-doubled-in-wrong-files', ['prototype-misplaced', 'prototype-doubled'], []],
  ['prototype-doubled-in-one-file', [], []],
  [
    'entry-without-declaration',
    [],
    [
      'prototype-unlisted',
      'prototype-unknown',
      'prototype-unknown',
      'prototype-unknown',
      'declaration-unknown',
      'declaration-unknown',
      'declaration-unknown',
      'include-unknown',
    ],
  ],
  ['declaration-misplaced', ['declaration-misplaced'], []],
  ['part-file-missing', [], ['part-file-missing']],
  ['shared-part-not-included', ['sibling-not-included', 'sibling-not-included'], []],
  ['wrapper-lacks-part', ['sibling-not-included'], []],
  ['sibling-wrapper', ['sibling-not-included'], ['sibling-forbidden']],
  ['sibling-loop', [], ['sibling-forbidden']],
  ['sibling-doubled', ['sibling-doubled'], []],
  ['wrapper-not-first', ['wrapper-not-first'], []],
  ['guard-given', ['guard-differs'], ['guard-differs']],
  ['guard-given-and-taken', ['guard-differs'], ['guard-doubled']],
  ['guard-doubled', [], ['guard-doubled', 'guard-doubled']],
  ['guard-undefined', [], ['guard-undefined']],
  ['assertion-missing', ['assertion-missing'], []],
  ['assertion-of-other-part', ['assertion-of-other-part', 'assertion-of-other-part'], []],
  ['assertion-doubled', ['assertion-doubled'], ['assertion-doubled']],
  ['assertion-unwanted', ['assertion-unwanted', 'assertion-unwanted'], []],
  ['assertion-in-inline', ['assertion-missing', 'assertion-of-other-part'], []],
  ['assertion-listed-function', ['assertion-of-other-part', 'assertion-missing'], []],
])('%s: --fix mends what has one right answer, and a second run changes nothing', async (name, fixed, left) => {
  await inTemporaryFolder(async (folder) => {
    const { manifest, tree } = readCase(`split-${name}`);
    putFiles(folder, { ...Object.fromEntries(tree), 'manifest.yaml': manifest });
    commitAll(folder);
    const before = snapshot(folder);
    const { exitCode, report } = await fix(folder);
    expect({ fixed: report.fixed.map(({ code }) => code), left: errorsOf(report) }).toEqual({ fixed, left });
    expect(exitCode).toBe(left.length > 0 ? 1 : 0);
    const after = snapshot(folder);
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual(
      report.files.map(({ path }) => path),
    );
    const again = await fix(folder);
    expect({ fixed: again.report.fixed, files: again.report.files }).toEqual({ fixed: [], files: [] });
    expect(errorsOf(again.report)).toEqual(left);
    expect(snapshot(folder)).toEqual(after);
  });
});

test('--fix leaves what the header repeated before it was split, and removes what was doubled since', async () => {
  await inTemporaryFolder(async (folder) => {
    const { manifest, tree } = readCase('split-prototype-doubled-in-one-file');
    const split = { ...Object.fromEntries(tree), 'manifest.yaml': manifest };
    const [open, end] = ['#ifndef HEADER_H\n#define HEADER_H\n', '#endif\n'];
    const whole = `${open}typedef int word;\nint g(void);\nint h(void);\nint f(void);\nint g(void);\n${end}`;
    putFiles(folder, { 'header.h': whole });
    commitAll(folder);
    putFiles(folder, split);
    commitAll(folder);
    const { report } = await fix(folder);
    // The second g() was there; the f() under a condition and the g() with a remark have no one right answer.
    expect(report.fixed).toEqual([]);
    expect(errorsOf(report)).toEqual(['prototype-doubled', 'prototype-doubled']);
    const path = join(folder, 'header-graph.h');
    writeFileSync(path, readFileSync(path, 'latin1').replace(/#ifdef[\s\S]*#endif\n\nint g/, 'int f(void);\nint g'));
    const again = await fix(folder);
    expect(again.report.fixed.map(({ code }) => code)).toEqual(['prototype-doubled']);
    expect(readFileSync(path, 'latin1')).not.toMatch(/int f[\s\S]*int f/);
    expect(errorsOf(again.report)).toEqual(['prototype-doubled']);
  });
});

test('--fix tells what was mended on stdout and counts what is left on stderr', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    commitAll(folder);
    await runCommand(folder, ['apply', 'store.yaml']);
    const [header, source] = [join(folder, 'include/store-io.h'), join(folder, 'store.c')];
    const [io, asserted] = [readFileSync(header, 'latin1'), readFileSync(source, 'latin1')];
    writeFileSync(header, io.replace('int store_read', 'int store_new(void);\nint store_read'), 'latin1');
    writeFileSync(source, asserted.replace('    main_loop();\n', ''), 'latin1');
    const { exitCode, out, err } = await runCommand(folder, ['check', 'store.yaml', '--fix']);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^fixed: store\.c:3:8: store_open\(\) .*\[assertion-missing\]\n\nerror: /);
    expect(out).toContain('[prototype-unlisted]');
    expect(err).toBe('1 fixed in 1 file, 1 left: 1 for `header-split sync`\n');
    expect(readFileSync(source, 'latin1')).toBe(asserted);
  });
});

test('--fix does not split a tree that is whole', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, soundProject);
    const { exitCode, out } = await runCommand(folder, ['check', 'store.yaml', '--fix']);
    expect(exitCode).toBe(0);
    expect(out).toContain('[not-split]');
    expect(snapshot(folder)).toMatchObject(soundProject);
  });
});

test('--fix writes nothing when a manifest cannot be read', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, { ...soundProject, 'broken.yaml': 'version: 2\n' });
    const before = snapshot(folder);
    expect((await runCommand(folder, ['check', 'store.yaml', 'broken.yaml', '--fix'])).exitCode).toBe(2);
    expect(snapshot(folder)).toEqual(before);
  });
});
