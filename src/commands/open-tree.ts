import { resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { findRepository, type RepositoryLookup } from '../io/git/git.ts';
import { type DiskTree, openDiskTree, rootProblem } from '../io/tree/disk-tree.ts';
import { openRevisionTree, type RevisionTree } from '../io/tree/revision-tree.ts';
import { journalPresent } from '../io/write/journal.ts';
import { placeOfFile } from '../text/place.ts';
import type { Shell } from './shell.ts';

export type Opened =
  | {
      readonly kind: 'tree';
      readonly tree: DiskTree;
      /** The tree as the revision after `--from` has it; null when none was named. */
      readonly revision: RevisionTree | null;
    }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

export type Root =
  | { readonly kind: 'root'; readonly folder: string; readonly lookup: RepositoryLookup }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/**
 * The root that the user means: `-C`, else the git top level of the current folder, else that folder. Refused where it
 * is no folder, or lies in a repository that belongs elsewhere.
 */
export function findRoot(root: string | null, shell: Shell): Root {
  const ofCurrent = root === null ? findRepository(shell.cwd) : null;
  const folder = ofCurrent?.kind === 'found' ? ofCurrent.repository.topLevel : resolve(shell.cwd, root ?? '.');
  const problem = rootProblem(folder);
  if (problem) return { kind: 'refused', findings: [problem] };
  const lookup = ofCurrent ?? findRepository(folder);
  if (lookup.kind !== 'foreign') return { kind: 'root', folder, lookup };
  return { kind: 'refused', findings: [diagnostic('repository-foreign', lookup.reason, placeOfFile(folder))] };
}

/** Opens the tree for reading. Refused while the journal of an interrupted write lies in it, or when `from` is no commit. */
export function openTree(root: string | null, shell: Shell, from: string | null = null): Opened {
  const found = findRoot(root, shell);
  return found.kind === 'refused' ? found : openRoot(found, from);
}

/** As `openTree`, at a root that was found. */
export function openRoot({ folder, lookup }: Extract<Root, { kind: 'root' }>, from: string | null): Opened {
  if (journalPresent(folder, lookup.kind === 'found' ? lookup.repository : null)) {
    return {
      kind: 'refused',
      findings: [
        diagnostic('journal-present', `an interrupted write to ${folder} is not finished`, placeOfFile(folder)),
      ],
    };
  }
  const tree = openDiskTree(folder, lookup);
  if (from === null) return { kind: 'tree', tree, revision: null };
  const opened = openRevisionTree(tree.repository, tree.root, from);
  if (opened.kind === 'unknown') return { kind: 'refused', findings: [...tree.notes, opened.finding] };
  return { kind: 'tree', tree, revision: opened.tree };
}
