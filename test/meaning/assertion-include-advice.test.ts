import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runCommand } from '../commands/run-command.ts';
import { commitAll, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { complaint } from './gcc.ts';

// What the notes on includes for assertions advise, carried out; gcc and `check` say what comes of it.

const SOURCE = '#include <stddef.h>\n\n#include "foo.h"\n\nint f(int a)\n{\n\treturn a;\n}\n';
const LOCK =
  '#ifndef LOCK_H\n#define LOCK_H\nint lock_held(void);\n#define ASSERT_LOCK() ((void)lock_held())\n#endif\n';
const MANIFEST = `version: 1
header: foo.h
parts: { common: {}, graph: { assert: ASSERT_LOCK();, assert_include: lock.h }, io: {} }
prototypes: { f: graph, g: io }
`;

test('an include that was added may go where it suits the file better', async () => {
  await inSplitTree(SOURCE, async (tree, told) => {
    const [added] = told.filter(({ code }) => code === 'include-added');
    expect(added?.next).toBe('Check that the place suits the file.');
    const lines = textOf(tree).split('\n');
    const [line = ''] = lines.splice((added?.places[0]?.line ?? 0) - 1, 1);
    expect(line).toBe('#include "lock.h"');
    writeFileSync(join(tree, 'foo.c'), [line, ...lines].join('\n'));
    await expectWell(tree);
    expect((await runCommand(tree, ['diff', 'm.yaml'])).out).toBe('');
  });
});

test('an include that stays may be removed where nothing else needs it', async () => {
  await inSplitTree(SOURCE.replace('\n\n#include', '\n#include "lock.h"\n\n#include'), async (tree) => {
    const told = await withoutAssertion(tree);
    const [stays] = told.filter(({ code }) => code === 'include-stays');
    expect(stays?.next).toBe('Remove the include by hand if nothing else in the file needs it.');
    expect(textOf(tree)).toContain('#include "lock.h"\n');
    writeFileSync(join(tree, 'foo.c'), textOf(tree).replace('#include "lock.h"\n', ''));
    await expectWell(tree);
  });
});

test('what was added since may need an include that is removed, which compiling shows', async () => {
  await inSplitTree(SOURCE, async (tree) => {
    writeFileSync(join(tree, 'foo.c'), `${textOf(tree)}\nint seen(void)\n{\n\treturn lock_held();\n}\n`);
    const told = await withoutAssertion(tree);
    const [removed] = told.filter(({ code }) => code === 'include-removed');
    expect(removed?.next).toBe('Compile the file: code added to it since may need the include as well.');
    expect(await complaint(tree, ['-I.'], 'foo.c')).toContain('lock_held');
    writeFileSync(join(tree, 'foo.c'), textOf(tree).replace('"foo.h"\n', '"foo.h"\n#include "lock.h"\n'));
    await expectWell(tree);
  });
});

type Told = { readonly code: string; readonly next: string; readonly places: readonly { readonly line: number }[] };

/** A tree in git that `apply` has split, with what that told. */
async function inSplitTree(
  source: string,
  look: (tree: string, told: readonly Told[]) => Promise<void>,
): Promise<void> {
  const header = '/* A licence. */\n#ifndef FOO_H\n#define FOO_H\nint f(int a);\nint g(int a);\n#endif\n';
  const files = { 'foo.h': header, 'lock.h': LOCK, 'foo.c': source, 'm.yaml': MANIFEST };
  await inTemporaryFolder(async (tree) => {
    putFiles(tree, files);
    commitAll(tree);
    const { exitCode, out } = await runCommand(tree, ['apply', 'm.yaml', '--format', 'json']);
    expect(exitCode).toBe(0);
    commitAll(tree);
    await look(tree, JSON.parse(out).findings);
  });
}

/** What `regenerate` tells when the asserted function has gone to a part that asserts nothing. */
async function withoutAssertion(tree: string): Promise<readonly Told[]> {
  writeFileSync(join(tree, 'm.yaml'), MANIFEST.replace('f: graph', 'f: io'));
  const { exitCode, out } = await runCommand(tree, ['regenerate', 'm.yaml', '--format', 'json']);
  expect(exitCode).toBe(0);
  return JSON.parse(out).findings;
}

async function expectWell(tree: string): Promise<void> {
  expect(await complaint(tree, ['-I.'], 'foo.c')).toBe('');
  const { exitCode, out } = await runCommand(tree, ['check', 'm.yaml']);
  expect([exitCode, out]).toEqual([0, expect.anything()]);
}

function textOf(tree: string): string {
  return readFileSync(join(tree, 'foo.c'), 'utf8');
}
