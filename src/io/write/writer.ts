import { mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { assertNever } from '../../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import { placeOfFile } from '../../text/place.ts';
import type { Repository } from '../git/git.ts';
import { failedPath, systemMessage } from '../system-error.ts';
import { rollBack, rollForward } from './carry-out.ts';
import { createDurably, syncFolder } from './durable.ts';
import {
  createJournal,
  folderBelow,
  type Journal,
  type JournalPlace,
  journalPlace,
  journalStands,
  removeJournal,
  replaceJournal,
  type Step,
  temporaryBeside,
} from './journal.ts';
import { thisProcess } from './owner.ts';
import { lstatOrNothing, obstacleAt, probeReplaceable, standingAt, sumOf } from './write-target.ts';

/**
 * `refused`: nothing changed. `unfinished`: the system failed between the first and the last rename; the journal
 * stays, and `recover` finishes once the cause is gone.
 */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'unfinished'; readonly findings: readonly Diagnostic[] };

/**
 * Makes all changes below `folder`, or none, also when the process is killed at any moment: the next
 * `recover` finishes or undoes. Refuses when a file does not stand as its change says, when a journal is present, and
 * when the system refuses. `repository` is what `repositoryOf` says of the folder, where the caller has asked already.
 */
export function writeChanges(
  folder: string,
  changes: readonly FileChange[],
  repository?: Repository | null,
): WriteOutcome {
  if (changes.length === 0) return { kind: 'written', files: [] };
  const root = realpathSync.native(folder);
  const first = preflight(root, changes);
  if (first.length > 0) return { kind: 'refused', findings: first };

  const place = journalPlace(root, repository);
  const journal = planJournal(root, place, changes);
  const reached: Reached = { at: 'nothing' };
  try {
    if (journalStands(place) || !createJournal(place, journal)) {
      return { kind: 'refused', findings: [journalInTheWay(place)] };
    }
    reached.at = 'prepared';
    prepare(root, journal, changes);
    const second = preflight(root, changes);
    if (second.length > 0) return undo(root, place, journal, second);
    replaceJournal(place, { ...journal, state: 'committed' });
    reached.at = 'committed';
    rollForward(root, journal.steps);
    removeJournal(place);
    return { kind: 'written', files: changes.map((change) => change.path) };
  } catch (error) {
    return failed(root, place, journal, reached.at, error);
  }
}

/** How far a write came before it failed; assigned inside the `try`, read outside. */
type Reached = { at: 'nothing' | 'prepared' | 'committed' };

/** What stands in the way of the changes; empty when nothing does. */
function preflight(root: string, changes: readonly FileChange[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return changes.flatMap((change) => {
    if (seen.has(change.path)) throw new Error(`two changes of one file: ${change.path}`);
    seen.add(change.path);
    const finding = obstacle(root, change);
    return finding ? [finding] : [];
  });
}

function obstacle(root: string, change: FileChange): Diagnostic | null {
  const { path } = change;
  const place = placeOfFile(path);
  try {
    const reason = obstacleAt(root, path);
    if (reason !== null) return diagnostic('write-refused', `${path} ${reason}`, place);
    const standing = standingAt(join(root, path));
    if (change.kind === 'create') {
      return standing.kind === 'nothing' ? null : diagnostic('changed-meanwhile', `${path} exists already`, place);
    }
    if (standing.kind === 'nothing') return diagnostic('changed-meanwhile', `${path} is gone`, place);
    if (standing.kind !== 'file' || standing.sum !== sumOf(Buffer.from(change.before, 'latin1'))) {
      return diagnostic('changed-meanwhile', `${path} changed after it was read`, place);
    }
    probeReplaceable(join(root, path));
    return null;
  } catch (error) {
    return diagnostic('write-failed', `${path} cannot be replaced: ${systemMessage(error)}`, place);
  }
}

function planJournal(root: string, place: JournalPlace, changes: readonly FileChange[]): Journal {
  return {
    version: 1,
    state: 'preparing',
    owner: thisProcess(),
    folder: folderBelow(place, root),
    steps: changes.map(planStep),
    newFolders: missingFolders(root, changes),
  };
}

function planStep(change: FileChange): Step {
  const { path } = change;
  const sum = (content: string): string => sumOf(Buffer.from(content, 'latin1'));
  switch (change.kind) {
    case 'create':
      return { kind: 'create', path, temporary: temporaryBeside(path), after: sum(change.after) };
    case 'modify':
      return {
        kind: 'modify',
        path,
        temporary: temporaryBeside(path),
        before: sum(change.before),
        after: sum(change.after),
      };
    case 'delete':
      return { kind: 'delete', path, before: sum(change.before) };
    default:
      return assertNever(change);
  }
}

function missingFolders(root: string, changes: readonly FileChange[]): readonly string[] {
  const missing = new Set<string>();
  for (const change of changes) {
    for (let folder = posix.dirname(change.path); folder !== '.'; folder = posix.dirname(folder)) {
      if (!lstatOrNothing(join(root, folder))) missing.add(folder);
    }
  }
  // A folder's path is a prefix of its subfolders' paths, hence sorts before them.
  return [...missing].sort();
}

/** Makes the new folders and every temporary file, all on the disk when it returns. */
function prepare(root: string, journal: Journal, changes: readonly FileChange[]): void {
  const folders = new Set<string>();
  for (const folder of journal.newFolders) {
    mkdirSync(join(root, folder));
    folders.add(dirname(join(root, folder)));
  }
  for (const [index, step] of journal.steps.entries()) {
    const change = changes[index];
    if (step.kind === 'delete' || !change || change.kind === 'delete') continue;
    const bytes = Buffer.from(change.after, 'latin1');
    createDurably(join(root, step.temporary), bytes, identityFor(root, change));
    folders.add(dirname(join(root, step.temporary)));
  }
  for (const folder of folders) syncFolder(folder);
}

function identityFor(root: string, change: FileChange) {
  const standing = standingAt(join(root, change.path));
  if (standing.kind === 'file') return standing;
  return { permissions: change.mode === '100755' ? 0o777 : 0o666 };
}

function failed(
  root: string,
  place: JournalPlace,
  journal: Journal,
  reached: Reached['at'],
  error: unknown,
): WriteOutcome {
  const nothingWritten = `nothing was written: ${systemMessage(error)}${whereIn(root, error)}`;
  const findings = [diagnostic('write-failed', nothingWritten, placeOfFile(root))];
  switch (reached) {
    case 'nothing':
      return { kind: 'refused', findings };
    case 'prepared':
      return undo(root, place, journal, findings);
    case 'committed':
      return { kind: 'unfinished', findings: [unfinished(place, systemMessage(error))] };
    default:
      return assertNever(reached);
  }
}

function undo(root: string, place: JournalPlace, journal: Journal, findings: readonly Diagnostic[]): WriteOutcome {
  try {
    rollBack(root, journal);
    removeJournal(place);
    return { kind: 'refused', findings };
  } catch (error) {
    return { kind: 'unfinished', findings: [...findings, unfinished(place, systemMessage(error))] };
  }
}

/** The folder in which an operation failed; its file has a passing name that would tell the user nothing. */
function whereIn(root: string, error: unknown): string {
  const path = failedPath(error);
  return path === null ? '' : ` in ${relative(root, dirname(path)) || root}`;
}

function unfinished(place: JournalPlace, message: string): Diagnostic {
  return diagnostic('write-unfinished', `the write stopped halfway: ${message}`, placeOfFile(place.file));
}

function journalInTheWay(place: JournalPlace): Diagnostic {
  return diagnostic(
    'journal-present',
    'another run is writing to this tree, or was interrupted',
    placeOfFile(place.file),
  );
}
