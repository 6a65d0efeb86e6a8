import { deepStrictEqual, fail, ok } from 'node:assert';
import { type Diagnostic, stopsTheRun } from '../../../src/diagnostics/diagnostic.ts';
import type { Manifest } from '../../../src/manifest/manifest.ts';
import { type Origin, regenerateTree } from '../../../src/regenerate/regenerate-tree.ts';
import { formatFindings } from '../../../src/report/text.ts';
import { editAllByHand } from '../hand/edit-all-by-hand.ts';
import { type HandEdit, isThere } from '../hand/hand-edit.ts';
import { editManifest, type ManifestEdit } from '../manifest/manifest-edit.ts';
import { changed, type Files, type Project, treeOf } from '../project.ts';
import { checkSameFiles } from './changes-between.ts';
import { checkPatch } from './check-patch.ts';
import { danglingIncludes } from './dangling-includes.ts';
import { checkStop, manifestOf, split } from './split-laws.ts';

/** How many edits were made, and how many stopped. */
export type Counts = { readonly attempts: number; readonly stops: number };

/**
 * Law 5: after each edit of the manifest, a tree that is regenerated equals one that is split anew, byte for byte; a
 * split that stops makes regenerating stop as well. Law 4: nothing is left to do. Law 9 for the last of the edits.
 */
export async function checkConfluence(project: Project, edits: readonly (ManifestEdit | null)[]): Promise<Counts> {
  const start = await split(project, project.manifest);
  if (start.kind === 'stopped') return { attempts: 1, stops: 1 };
  let was = { draft: project.manifest, manifest: start.manifest, files: start.files };
  let before = was.files;
  let stops = 0;
  for (const [serial, edit] of edits.entries()) {
    if (!edit) continue;
    const draft = editManifest(was.draft, edit, serial);
    const fresh = await split(project, draft);
    const result = await regenerated(project, was.files, { was: was.manifest, now: manifestOf(draft) }, true);
    if (fresh.kind === 'stopped') {
      stops++;
      ok(result.kind === 'stopped', `edit ${serial}: the split stops, and regenerating does not`);
      continue;
    }
    const files = doneOrFail(result);
    checkSameFiles(files, fresh.files, `edit ${serial} (${edit.kind}) is not as split anew:`);
    before = was.files;
    was = { draft, manifest: fresh.manifest, files };
  }
  const again = await regenerated(project, was.files, { was: was.manifest, now: was.manifest }, true);
  checkSameFiles(doneOrFail(again), was.files, 'regenerated twice:');
  await checkPatch(before, was.files);
  return { attempts: edits.length, stops };
}

/** Law 6: what was edited by hand is still there after each edit of the manifest, or the run stopped with two places. */
export async function checkHandEdits(
  project: Project,
  byHand: readonly (HandEdit | null)[],
  edits: readonly (ManifestEdit | null)[],
): Promise<Counts> {
  const start = await split(project, project.manifest);
  if (start.kind === 'stopped') return { attempts: 1, stops: 1 };
  const edited = editAllByHand(start.files, start.manifest, byHand);
  let { traces } = edited;
  let was = { draft: project.manifest, manifest: start.manifest, files: edited.files };
  const untouched = await regenerated(project, was.files, { was: was.manifest, now: was.manifest }, false);
  checkSameFiles(doneOrFail(untouched), was.files, 'no edit of the manifest:');
  let stops = 0;
  for (const [serial, edit] of edits.entries()) {
    if (!edit) continue;
    const draft = editManifest(was.draft, edit, serial);
    const manifest = manifestOf(draft);
    const result = await regenerated(project, was.files, { was: was.manifest, now: manifest }, false);
    if (result.kind === 'stopped') {
      stops++;
      continue;
    }
    // An assertion that is asked for anew may stand elsewhere.
    traces = traces.filter(
      (trace) => trace.kind !== 'assertion' || wishOf(was.manifest, trace.name) === wishOf(manifest, trace.name),
    );
    for (const trace of traces) {
      ok(isThere(trace, result.files), `edit ${serial} (${edit.kind}) loses a hand edit: ${JSON.stringify(trace)}`);
    }
    deepStrictEqual([...danglingIncludes(result.files, was.files)], []);
    was = { draft, manifest, files: result.files };
  }
  return { attempts: edits.length, stops };
}

type Regenerated =
  | { readonly kind: 'done'; readonly files: Files }
  | { readonly kind: 'stopped'; readonly findings: readonly Diagnostic[] };

/** Where nothing can stand in the way. */
function doneOrFail(result: Regenerated): Files {
  return result.kind === 'done' ? result.files : fail(`it stops:\n${formatFindings(result.findings, false)}`);
}

/** `isNamed`: a person named the revision of the whole header, so that a split which stops has the last word. */
async function regenerated(
  project: Project,
  files: Files,
  manifests: { readonly was: Manifest; readonly now: Manifest },
  isNamed: boolean,
): Promise<Regenerated> {
  const whole = treeOf(project, project.files);
  const origin: Origin = {
    revision: 'HEAD~1',
    isNamed,
    header: whole.read(manifests.was.header.value) ?? '',
    read: whole.read,
  };
  const result = await regenerateTree({ tree: treeOf(project, files), ...manifests, origin, scope: 'edited' });
  const changes = [...result.headers, ...result.assertions];
  if (!stopsTheRun(result.findings)) return { kind: 'done', files: changed(files, changes) };
  deepStrictEqual(changes, []);
  checkStop(project, result.findings);
  return { kind: 'stopped', findings: result.findings };
}

/** What a manifest asks of the definitions of a function. */
function wishOf(manifest: Manifest, name: string): string {
  const entry = manifest.prototypes.get(name);
  const part = manifest.parts.find((one) => one.name === entry?.part);
  return `${manifest.placement} ${entry?.assert ? part?.assert : null}`;
}
