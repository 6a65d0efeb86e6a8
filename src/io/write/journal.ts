import { randomBytes } from 'node:crypto';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { type Repository, repositoryOf } from '../git/git.ts';
import { errorCode } from '../system-error.ts';
import { createDurably, syncFolder, tolerate } from './durable.ts';
import { isAtWork, isOwner, type Owner } from './owner.ts';
import { lstatOrNothing } from './write-target.ts';

/**
 * What a writer is about to do, so that another process can finish or undo it. `preparing`: temporary files and new
 * folders may exist, no target was touched; undo. `committed`: every temporary file is complete and on the disk;
 * finish. There is no third state, because a journal is only ever created whole and replaced whole.
 */
export type Journal = {
  readonly version: 1;
  readonly state: 'preparing' | 'committed';
  readonly owner: Owner;
  /** Where the tree's root lies below the folder that the journal belongs to; empty when it is that folder. */
  readonly folder: string;
  readonly steps: readonly Step[];
  /** Folders that did not exist, outermost first, relative to the root. */
  readonly newFolders: readonly string[];
};

/** Paths are relative to the root; sums are sha256 of the bytes that must stand there before and after. */
export type Step =
  | { readonly kind: 'create'; readonly path: string; readonly temporary: string; readonly after: string }
  | {
      readonly kind: 'modify';
      readonly path: string;
      readonly temporary: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'delete'; readonly path: string; readonly before: string };

/** Where a root's journal is kept, and the folder that `Journal.folder` is relative to. All absolute. */
export type JournalPlace = { readonly file: string; readonly base: string };

export type JournalRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'journal'; readonly journal: Journal; readonly place: JournalPlace }
  | { readonly kind: 'broken'; readonly reason: string; readonly place: JournalPlace };

/** Whether a writer is at work on the tree of `root`, or was interrupted. `repository` as for `journalPlace`. */
export function journalPresent(root: string, repository?: Repository | null): boolean {
  return journalStands(journalPlace(realpathSync.native(root), repository));
}

export function journalStands(place: JournalPlace): boolean {
  return statOf(place) !== null;
}

/**
 * For a real folder: in the git folder, where no status shows it and no commit puts one; where there is none, or one
 * that does not say that it is of this tree, in `.header-split/` at the root. `repository` is what `repositoryOf` says
 * of the root.
 */
export function journalPlace(root: string, repository: Repository | null = repositoryOf(root)): JournalPlace {
  if (!repository?.isOwn) {
    return { file: join(root, '.header-split', 'journal.json'), base: root };
  }
  const { gitDir, topLevel } = repository;
  return { file: join(gitDir, 'header-split-journal.json'), base: topLevel };
}

export function readJournal(place: JournalPlace): JournalRead {
  const stat = statOf(place);
  if (!stat) return { kind: 'none' };
  if (!stat.isFile()) return { kind: 'broken', reason: 'it is not a regular file', place };
  if (stat.size > LARGEST_JOURNAL) return { kind: 'broken', reason: 'it is larger than any journal', place };
  const journal = decodeJournal(readFileSync(place.file, 'utf8'));
  return typeof journal === 'string' ? { kind: 'broken', reason: journal, place } : { kind: 'journal', journal, place };
}

/** Bytes. A file to write takes some 400 of them. */
const LARGEST_JOURNAL = 1 << 28;

/** Null where no journal stands. What a link in place of its folder leads to is none. */
function statOf(place: JournalPlace) {
  return hasOwnFolder(place) ? lstatOrNothing(place.file) : null;
}

function hasOwnFolder(place: JournalPlace): boolean {
  return lstatOrNothing(dirname(place.file))?.isDirectory() === true;
}

/** Creates the journal if there is none; `false` when there is one. System errors are thrown. */
export function createJournal(place: JournalPlace, journal: Journal): boolean {
  const folder = dirname(place.file);
  tolerate(['EEXIST'], () => mkdirSync(folder));
  if (!lstatSync(folder).isDirectory())
    throw Object.assign(new Error(`${folder} is not a directory`), { code: 'ENOTDIR' });
  try {
    const whole = writeBeside(place, journal);
    try {
      // A link is exclusive and whole at once; creating the file and then filling it is not.
      linkSync(whole, place.file);
    } finally {
      rmSync(whole, { force: true });
    }
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    tidyJournalFolder(place);
    throw error;
  }
  syncFolder(folder);
  return true;
}

/** Removes what writers that died before their journal stood have left: half-made journals and an empty folder. */
export function tidyJournalFolder(place: JournalPlace): void {
  if (!hasOwnFolder(place)) return;
  const folder = dirname(place.file);
  const halfMade = new RegExp(`^${escapeDots(basename(place.file))}\\.(\\d{1,9})\\.tmp$`);
  tolerate(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS'], () => {
    for (const name of readdirSync(folder)) {
      const pid = Number(halfMade.exec(name)?.[1] ?? 0);
      if (pid > 0 && !isAtWork({ pid, started: null })) rmSync(join(folder, name), { force: true });
    }
    if (isPlain(place)) tolerate(['ENOTEMPTY', 'EEXIST'], () => rmdirSync(folder));
  });
}

export function replaceJournal(place: JournalPlace, journal: Journal): void {
  const whole = writeBeside(place, journal);
  try {
    renameSync(whole, place.file);
  } catch (error) {
    rmSync(whole, { force: true });
    throw error;
  }
  syncFolder(dirname(place.file));
}

export function removeJournal(place: JournalPlace): void {
  rmSync(place.file, { force: true });
  // Another process may tidy the folder away in between.
  tolerate(['ENOENT'], () => syncFolder(dirname(place.file)));
  tidyJournalFolder(place);
}

/** The name of a new temporary file beside `path`. */
export function temporaryBeside(path: string): string {
  return posix.join(posix.dirname(path), `.header-split-${randomBytes(8).toString('hex')}.tmp`);
}

/** `Journal.folder` for a root. */
export function folderBelow(place: JournalPlace, root: string): string {
  return relative(place.base, root);
}

/** Whether the journal has a folder of its own in the tree. */
function isPlain(place: JournalPlace): boolean {
  return basename(dirname(place.file)) === '.header-split';
}

function escapeDots(name: string): string {
  return name.replaceAll('.', '\\.');
}

function writeBeside(place: JournalPlace, journal: Journal): string {
  const whole = `${place.file}.${process.pid}.tmp`;
  // Left by a dead process of the same number.
  rmSync(whole, { force: true });
  try {
    createDurably(whole, Buffer.from(`${JSON.stringify(journal, null, 1)}\n`), { permissions: 0o600 });
  } catch (error) {
    rmSync(whole, { force: true });
    throw error;
  }
  return whole;
}

/** The journal, or why the text is none. What its paths may be is checked where they are used. */
function decodeJournal(text: string): Journal | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  return isJournal(value) ? value : 'it does not have the form of a journal of this version';
}

function isJournal(value: unknown): value is Journal {
  if (!isRecord(value) || value['version'] !== 1 || typeof value['folder'] !== 'string') return false;
  if (value['state'] !== 'preparing' && value['state'] !== 'committed') return false;
  if (!isOwner(value['owner']) || !Array.isArray(value['steps']) || !Array.isArray(value['newFolders'])) return false;
  return value['steps'].every(isStep) && value['newFolders'].every((folder) => typeof folder === 'string');
}

function isStep(value: unknown): value is Step {
  if (!isRecord(value) || typeof value['path'] !== 'string') return false;
  const { kind, path, temporary, before, after } = value;
  if (kind !== 'create' && kind !== 'modify' && kind !== 'delete') return false;
  if (kind !== 'create' && !isSum(before)) return false;
  return kind === 'delete' || (isSum(after) && isTemporaryBeside(path, temporary));
}

/** Only files of the writer's own naming are ever renamed or removed on a journal's word. */
function isTemporaryBeside(path: string, temporary: unknown): boolean {
  if (typeof temporary !== 'string' || posix.dirname(temporary) !== posix.dirname(path)) return false;
  return /^\.header-split-[0-9a-f]{16}\.tmp$/.test(posix.basename(temporary));
}

function isSum(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
