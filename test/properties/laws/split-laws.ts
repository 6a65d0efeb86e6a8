import { deepStrictEqual, fail } from 'node:assert';
import { type Diagnostic, stopsTheRun } from '../../../src/diagnostics/diagnostic.ts';
import type { Manifest } from '../../../src/manifest/manifest.ts';
import { parseManifest } from '../../../src/manifest/parse-manifest.ts';
import { formatFindings } from '../../../src/report/text.ts';
import { splitTree } from '../../../src/split/split-tree.ts';
import { checkConserved } from '../../laws/check-conserved.ts';
import { type ManifestDraft, printManifest } from '../manifest/manifest-draft.ts';
import { changed, type Files, type Project, treeOf } from '../project.ts';
import { checkSameFiles } from './changes-between.ts';
import { checkPatch } from './check-patch.ts';
import { checkVisible } from './check-visible.ts';
import { unacceptable } from './stops.ts';

/** A project after its split, or why it was not made. */
export type Outcome =
  | {
      readonly kind: 'split';
      readonly manifest: Manifest;
      /** With the split headers, assertions not yet made. */
      readonly headers: Files;
      readonly files: Files;
    }
  | { readonly kind: 'stopped'; readonly findings: readonly Diagnostic[] };

/** Splits the whole header by a manifest; a stop that no maintainer would accept throws. */
export async function split(project: Project, draft: ManifestDraft): Promise<Outcome> {
  const manifest = manifestOf(draft);
  const result = await splitTree(treeOf(project, project.files), manifest);
  if (stopsTheRun(result.findings)) {
    deepStrictEqual([...result.headers, ...result.assertions], []);
    checkStop(project, result.findings);
    return { kind: 'stopped', findings: result.findings };
  }
  const headers = changed(project.files, result.headers);
  return { kind: 'split', manifest, headers, files: changed(headers, result.assertions) };
}

export function manifestOf(draft: ManifestDraft): Manifest {
  const { manifest, findings } = parseManifest({ path: 'manifest.yaml', text: printManifest(draft) });
  return manifest ?? fail(`the manifest was refused:\n${formatFindings(findings, false)}`);
}

export function checkStop(project: Project, findings: readonly Diagnostic[]): void {
  const unwanted = unacceptable(project, findings);
  if (unwanted.length > 0) fail(`the run stopped:\n${formatFindings(unwanted, false)}`);
}

/** What takes more than a moment: law 2 a dozen runs of gcc, law 9 one of git. */
export type SplitChecks = { readonly compiles: boolean; readonly patches: boolean };

/** Laws 1 and 4 on the first split of a project, laws 2 and 9 where asked for. */
export async function checkSplit(project: Project, checks: SplitChecks): Promise<Outcome> {
  const outcome = await split(project, project.manifest);
  if (outcome.kind === 'stopped') return outcome;
  const { manifest, headers, files } = outcome;
  const header = manifest.header.value;
  const parts = [...new Set(manifest.parts.map((part) => part.file))].filter((path) => Object.hasOwn(headers, path));
  const made = new Map([header, ...parts].map((path) => [path, headers[path] ?? '']));
  checkConserved(project.files[header] ?? '', made, manifest);
  await checkNoChange(project, headers, manifest, files);
  await checkNoChange(project, files, manifest, files);
  if (checks.compiles) await checkVisible(project.files, { header, parts, headers, files });
  if (checks.patches) await checkPatch(project.files, files);
  return outcome;
}

/** Law 4: a split tree is as its manifest says, assertions apart that are still to be made. */
async function checkNoChange(project: Project, files: Files, manifest: Manifest, expected: Files): Promise<void> {
  const again = await splitTree(treeOf(project, files), manifest);
  checkStop(project, again.findings);
  deepStrictEqual([...again.headers], []);
  checkSameFiles(changed(files, again.assertions), expected, 'a second run:');
}
