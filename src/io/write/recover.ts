import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assertNever } from '../../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { isRelativeInside } from '../check-path.ts';
import type { Repository } from '../git/git.ts';
import { systemMessage } from '../system-error.ts';
import { rollBack, rollForward } from './carry-out.ts';
import {
  type Journal,
  type JournalPlace,
  journalPlace,
  readJournal,
  removeJournal,
  type Step,
  tidyJournalFolder,
} from './journal.ts';
import { isAtWork } from './owner.ts';
import { refusal, type Standing, standingAt } from './write-target.ts';

/** `stopped`: nothing was changed, and nothing may be written before the user has looked. Paths as in the changes. */
export type Recovery =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'finished'; readonly files: readonly string[]; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'undone'; readonly files: readonly string[]; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'stopped'; readonly findings: readonly Diagnostic[] };

/**
 * Finishes or undoes what a killed writer began on the tree of `folder`. Stops when the writer is still
 * at work, when its journal cannot be trusted, and when a file stands neither as it did before nor as it should after.
 * `repository` is what `repositoryOf` says of the folder, where the caller has asked already.
 */
export function recover(folder: string, repository?: Repository | null): Recovery {
  const place = journalPlace(realpathSync.native(folder), repository);
  try {
    const read = readJournal(place);
    switch (read.kind) {
      case 'none':
        tidyJournalFolder(place);
        return { kind: 'nothing' };
      case 'broken':
        return stopped(broken(read.place, read.reason));
      case 'journal':
        return recoverFrom(read.journal, read.place);
      default:
        return assertNever(read);
    }
  } catch (error) {
    const message = `an interrupted write cannot be cleaned up: ${systemMessage(error)}`;
    return stopped(diagnostic('write-unfinished', message, placeOfFile(place.file)));
  }
}

function recoverFrom(journal: Journal, place: JournalPlace): Recovery {
  if (isAtWork(journal.owner)) {
    const message = `process ${journal.owner.pid} is writing to this tree`;
    const atWork = diagnostic('journal-present', message, placeOfFile(place.file));
    const next = `Wait for it. If that process is not a run of header-split, remove ${place.file} and compare the tree with its last commit.`;
    return stopped(withNext(atWork, next));
  }
  const root = join(place.base, journal.folder);
  const distrust = reasonToDistrust(journal, place.base, root);
  if (distrust !== null) return stopped(broken(place, distrust));

  const files = journal.steps.map((step) => step.path);
  if (journal.state === 'preparing') {
    rollBack(root, journal);
    removeJournal(place);
    return { kind: 'undone', files, findings: [recovered(place, 'undone: every file is as it was before it')] };
  }
  const astray = journal.steps.flatMap((step) => checkStep(root, step));
  if (astray.length > 0) return { kind: 'stopped', findings: astray };
  rollForward(root, journal.steps);
  // A target that stood as it should already has left its temporary file unused.
  for (const step of journal.steps) {
    if (step.kind !== 'delete') rmSync(join(root, step.temporary), { force: true });
  }
  removeJournal(place);
  return { kind: 'finished', files, findings: [recovered(place, 'finished: every file is as it should be after it')] };
}

/** A journal lies where anybody who can write to the tree may have put it: nothing outside the tree follows from it. */
function reasonToDistrust(journal: Journal, base: string, root: string): string | null {
  if (journal.folder !== '' && !isRelativeInside(journal.folder)) return 'its directory is outside the repository';
  if (realpathSync.native(root) !== join(realpathSync.native(base), journal.folder))
    return 'its directory is reached through a link';
  const paths = [...journal.steps.map((step) => step.path), ...journal.newFolders];
  for (const path of paths) {
    const reason = refusal(root, path);
    if (reason !== null) return `${path} ${reason}`;
  }
  return null;
}

/** What keeps a step of a committed journal from being made, or from counting as made. */
function checkStep(root: string, step: Step): readonly Diagnostic[] {
  const target = standingAt(join(root, step.path));
  if (isMade(step, target)) return [];
  if (!isAsBefore(step, target)) {
    const message = `${step.path} was changed since the interrupted write began`;
    return [diagnostic('changed-meanwhile', message, placeOfFile(step.path))];
  }
  if (step.kind === 'delete') return [];
  const temporary = standingAt(join(root, step.temporary));
  if (temporary.kind === 'file' && temporary.sum === step.after) return [];
  const message = `${step.temporary}, the new version of ${step.path}, is missing or was changed`;
  return [diagnostic('changed-meanwhile', message, placeOfFile(step.path))];
}

function isMade(step: Step, target: Standing): boolean {
  if (step.kind === 'delete') return target.kind === 'nothing';
  return target.kind === 'file' && target.sum === step.after;
}

function isAsBefore(step: Step, target: Standing): boolean {
  if (step.kind === 'create') return target.kind === 'nothing';
  return target.kind === 'file' && target.sum === step.before;
}

function stopped(finding: Diagnostic): Recovery {
  return { kind: 'stopped', findings: [finding] };
}

function broken(place: JournalPlace, reason: string): Diagnostic {
  return diagnostic(
    'journal-broken',
    `the journal of an interrupted write cannot be used: ${reason}`,
    placeOfFile(place.file),
  );
}

function recovered(place: JournalPlace, how: string): Diagnostic {
  return diagnostic('recovered', `an interrupted write was ${how}`, placeOfFile(place.file));
}
