import { expect, test } from '@jest/globals';
import { assertionFindings } from '../src/commands/assertion-findings.ts';
import { severityOf } from '../src/diagnostics/diagnostic.ts';
import type { FileChange } from '../src/diff/file-change.ts';
import type { Manifest } from '../src/manifest/manifest.ts';
import { parseManifest } from '../src/manifest/parse-manifest.ts';
import { notKnown, unlessKnown } from '../src/plan/definitions/statements-before.ts';
import { formatFindings } from '../src/report/text.ts';
import { splitTree } from '../src/split/split-tree.ts';
import { memoryTree } from '../src/text/tree.ts';
import { bless, type CaseFolder, caseNames, readCase, readExpected, staleOutputs } from './case-folder.ts';
import { checkCompiled } from './laws/check-compiled.ts';
import { checkConserved } from './laws/check-conserved.ts';

// A case is a folder of test/cases: `manifest.yaml`, the tree that it splits, and an empty file `gcc` when the header
// compiles. What it makes is stored in snapshots/cases, one file each; `npm run bless` stores it anew, to be read in the
// diff. The laws are checked before anything is blessed, so that no output that breaks one can be; gcc is left out of the
// unit tests, which start no process.

type Files = ReadonlyMap<string, string>;

test.each(caseNames())('%s', async (name) => {
  const output = await outputOf(readCase(name));
  expect(output.size).toBeGreaterThan(0);
  if (process.env['BLESS'] === '1') bless(name, output);
  expect(Object.fromEntries(output)).toEqual(Object.fromEntries(readExpected(name)));
});

test('every expected output has its case', () => {
  expect(staleOutputs()).toEqual([]);
});

/** What the case makes: each file created or changed, and `findings.txt`. The laws have been checked on it. */
async function outputOf(input: CaseFolder): Promise<Files> {
  const { manifest, findings } = parseManifest({ path: 'manifest.yaml', text: input.manifest });
  if (manifest === null) return new Map([['findings.txt', formatFindings(findings, false)]]);
  const tree = treeOf(input.tree);
  const result = await splitTree(tree, manifest);
  const split = changed(input.tree, result.headers);
  const asserted = changed(split, result.assertions);
  if (result.headers.length > 0) await checkLaws(input, manifest, split, asserted);
  // As `check` without a history: it takes nothing in a body for written before the split.
  const checked = await splitTree(tree, manifest, undefined, unlessKnown(notKnown));
  const all = [...findings, ...checked.findings, ...assertionFindings([{ manifest, result: checked }], tree)];
  const output = new Map([...asserted].filter(([path, text]) => input.tree.get(path) !== text));
  return all.length === 0 ? output : output.set('findings.txt', formatFindings(all, false));
}

async function checkLaws(input: CaseFolder, manifest: Manifest, split: Files, asserted: Files): Promise<void> {
  const header = manifest.header.value;
  const parts = [...new Set(manifest.parts.map((part) => part.file))].filter((path) => split.has(path));
  const files = new Map([header, ...parts].map((path) => [path, split.get(path) ?? '']));
  checkConserved(input.tree.get(header) ?? '', files, manifest);
  const onTop = await splitTree(treeOf(split), manifest);
  expect(onTop.headers).toEqual([]);
  expect(changed(split, onTop.assertions)).toEqual(asserted);
  const again = await splitTree(treeOf(asserted), manifest);
  expect([...again.headers, ...again.assertions]).toEqual([]);
  const wrong = [...again.findings, ...assertionFindings([{ manifest, result: again }], treeOf(asserted))];
  expect(wrong.filter((finding) => severityOf(finding) === 'error')).toEqual([]);
  const { prelude } = manifest;
  if (input.compiles && process.env['NO_PROCESSES'] !== '1')
    await checkCompiled({ header, parts, prelude, before: input.tree, after: split });
}

function treeOf(files: Files): ReturnType<typeof memoryTree> {
  return memoryTree(Object.fromEntries(files));
}

function changed(files: Files, changes: readonly FileChange[]): Files {
  const result = new Map(files);
  for (const change of changes) {
    if (change.kind === 'delete') result.delete(change.path);
    else result.set(change.path, change.after);
  }
  return result;
}
