import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { runCommand } from '../commands/run-command.ts';
import { inTemporaryFolder } from '../io/temporary-folder.ts';
import { complaint } from './gcc.ts';
import { judge } from './judge.ts';
import { type MeaningCase, readMeaningCase } from './wanted.ts';

// What the notes on includes advise. gcc says of each split that comes of it whether it means what the header meant; where
// the tool refuses, its advice on that is carried out in turn.

const moving = [
  'include-between-two-parts',
  'include-leads-back-and-calls-what-is-above',
  'include-pulls-another-along',
  'macro-over-included-function',
  'include-that-leads-back-unneeded',
];

test.each(moving)('%s: the include may be sent elsewhere, as the note says', async (name) => {
  const given = readMeaningCase(name);
  const includes = await includesTold(given);
  expect(includes.length).toBeGreaterThan(0);
  for (const path of includes)
    for (const target of ['common', 'graph', 'io', 'wrapper'])
      expect([path, target, await judgeWith(given, path, target)]).toEqual([path, target, []]);
});

test('a file that uses what a dropped include declared gets the include', async () => {
  await inTemporaryFolder(async (folder) => {
    const tree = treeOf(readMeaningCase('dropped-include-with-comment'), folder, {
      'user.c': '#include "foo.h"\n\nstruct dropped value;\n',
      'include/foo.h': '#ifndef FOO_H\n#define FOO_H\n#include "dropped.h"\nint a(void);\nint b(void);\n#endif\n',
      'include/dropped.h': '#ifndef DROPPED_H\n#define DROPPED_H\nstruct dropped { int member; };\n#endif\n',
      'm.yaml':
        'version: 1\nheader: include/foo.h\nparts: { common: {}, graph: {}, io: {} }\nprototypes: { a: graph, b: io }\nincludes: { dropped.h: drop }\n',
    });
    const { err } = await runCommand(tree, ['apply', 'm.yaml', '--notes']);
    expect(err).toContain('next: Include it in the files that use what it declares.');
    expect(await complaint(tree, ['-Iinclude'], 'user.c')).not.toBe('');
    writeFileSync(join(tree, 'user.c'), '#include "dropped.h"\n#include "foo.h"\n\nstruct dropped value;\n');
    expect(await complaint(tree, ['-Iinclude'], 'user.c')).toBe('');
  });
});

test('an include that the header does not have is meant as the header spells it', async () => {
  await inTemporaryFolder(async (folder) => {
    const tree = treeOf(readMeaningCase('include-that-leads-back-unneeded'), folder, {});
    setInclude(tree, 'bok.h', 'wrapper');
    const { findings } = JSON.parse((await runCommand(tree, ['check', 'm.yaml', '--format', 'json'])).out);
    const [{ next }] = findings.filter(({ code }: { code: string }) => code === 'include-unknown');
    const [, meant] = /^Did you mean '([^']+)'\?/.exec(next) ?? [];
    const manifest = parseDocument(readFileSync(join(tree, 'm.yaml'), 'utf8'));
    manifest.deleteIn(['includes', 'bok.h']);
    writeFileSync(join(tree, 'm.yaml'), manifest.toString());
    setInclude(tree, meant ?? '', 'wrapper');
    expect(await judge({ root: tree, wanted: { pairs: true } })).toEqual([]);
  });
});

/** The paths of the includes of which `check` notes that they go elsewhere than to the shared part. */
async function includesTold(given: MeaningCase): Promise<readonly string[]> {
  return inTemporaryFolder(async (folder) => {
    const tree = treeOf(given, folder, {});
    const { out } = await runCommand(tree, ['check', 'm.yaml', '--format', 'json']);
    const { findings } = JSON.parse(out) as { readonly findings: readonly Told[] };
    const told = findings.filter(({ code }) => code === 'include-moved' || code === 'include-loops');
    return told.map(({ places: [place] }) => {
      const line = readFileSync(join(tree, place?.file ?? ''), 'latin1').split('\n')[(place?.line ?? 0) - 1] ?? '';
      return /["<]([^">]+)[">]/.exec(line)?.[1] ?? line;
    });
  });
}

type Told = {
  readonly code: string;
  readonly places: readonly { readonly file: string; readonly line: number }[];
};

async function judgeWith(given: MeaningCase, path: string, target: string): Promise<readonly string[]> {
  return inTemporaryFolder(async (folder) => {
    const root = treeOf(given, folder, {});
    setInclude(root, path, target);
    const { out, exitCode } = await runCommand(root, ['check', 'm.yaml', '--format', 'json']);
    const { findings } = JSON.parse(out) as { readonly findings: readonly Told[] };
    const refusing = findings.find(({ code }) => code === 'include-needed' || code === 'include-order');
    const { flags, run } = given.wanted;
    const asBefore = { ...(flags ? { flags } : {}), ...(run ? { run } : {}), pairs: true };
    if (exitCode !== 0 && !refusing) return [`refused, and not for an include: ${out}`];
    return judge({ root, wanted: refusing ? { ...asBefore, advised: refusing.code } : asBefore });
  });
}

function treeOf({ root }: MeaningCase, folder: string, files: Readonly<Record<string, string>>): string {
  const tree = join(folder, 'given');
  cpSync(root, tree, { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(tree, path), text);
  return tree;
}

function setInclude(tree: string, path: string, target: string): void {
  const manifest = parseDocument(readFileSync(join(tree, 'm.yaml'), 'utf8'));
  manifest.setIn(['includes', path], target);
  writeFileSync(join(tree, 'm.yaml'), manifest.toString());
}
