import { type Diagnostic, severityOf, stopsTheRun } from '../../src/diagnostics/diagnostic.ts';
import { type Origin, regenerateTree } from '../../src/regenerate/regenerate-tree.ts';
import { memoryTree } from '../../src/text/tree.ts';
import { editByHand, editOtherSplit, type HandEdit } from './hand-edit.ts';
import { lineBalance } from './line-balance.ts';
import type { ManifestEdit } from './manifest-edits.ts';
import { type Contents, manifestOf, manifestText, whole, withChanges } from './project.ts';

/** Whether the header as it was before the split can be read. */
export type History = 'known' | 'unknown';

/** What becomes of a hand edit when the manifest is edited after it. */
export type Outcome =
  /** The same bytes, in every file, as if the two edits had been made in the other order. */
  | { readonly kind: 'commutes' }
  /** Both are there; `balance` has the lines that are there otherwise than the two edits together explain. */
  | { readonly kind: 'merged'; readonly balance: readonly string[] }
  | { readonly kind: 'stopped'; readonly errors: readonly Diagnostic[]; readonly changes: number };

const origin: Origin = {
  revision: '0123456789abcdef',
  isNamed: false,
  header: whole['include/disk.h'] ?? '',
  read: (path) => whole[path] ?? null,
};

/** The tree after an edit of its manifest; what stopped the run is among the findings. */
export async function regenerated(contents: Contents, edit: ManifestEdit, history: History) {
  const result = await regenerateTree({
    tree: memoryTree(contents),
    was: manifestOf(manifestText),
    now: manifestOf(edit.manifest),
    origin: history === 'known' ? origin : null,
    scope: 'edited',
  });
  return { ...result, contents: withChanges(contents, result) };
}

/** @param alone What the edit of the manifest makes of the split tree without the hand edit. */
export async function outcomeOf(
  split: Contents,
  alone: Contents,
  handEdit: HandEdit,
  edit: ManifestEdit,
  history: History,
): Promise<Outcome> {
  const handEdited = editByHand(split, handEdit);
  const result = await regenerated(handEdited, edit, history);
  if (stopsTheRun(result.findings)) {
    const errors = result.findings.filter((finding) => severityOf(finding) === 'error');
    return { kind: 'stopped', errors, changes: result.headers.length + result.assertions.length };
  }
  const other = editOtherSplit(alone, handEdit, edit.renames);
  if (other !== null && isSame(result.contents, other)) return { kind: 'commutes' };
  return { kind: 'merged', balance: lineBalance({ split, handEdited, alone, result: result.contents }, edit.renames) };
}

function isSame(one: Contents, other: Contents): boolean {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].every((path) => one[path] === other[path]);
}
