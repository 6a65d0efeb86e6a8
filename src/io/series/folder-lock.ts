import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../system-error.ts';
import { createDurably } from '../write/durable.ts';
import { temporaryBeside } from '../write/journal.ts';
import { isAtWork, isOwner, type Owner, thisProcess } from '../write/owner.ts';

/** The work's result, or the process that is writing to the folder meanwhile. */
export type Locked<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'busy'; readonly owner: Owner };

/**
 * Does `work` while no other process does the same in this folder. A lock that a killed process left is taken over.
 * Where the file system has no hard links there is no lock.
 */
export function withFolderLock<T>(folder: string, work: () => T): Locked<T> {
  const lock = join(folder, '.header-split-lock');
  const owner = take(lock) ?? (isAbandoned(lock) ? take(lock) : ownerOf(lock));
  if (owner !== OURS) return { kind: 'busy', owner: owner ?? UNKNOWN };
  try {
    return { kind: 'done', value: work() };
  } finally {
    rmSync(lock, { force: true });
  }
}

const OURS = 'ours';

/** A lock that went away, or came, between two looks at it. */
const UNKNOWN: Owner = { pid: 0, started: null };

/** Null when the lock is there already. A link is exclusive and whole at once. */
function take(lock: string): typeof OURS | null {
  const whole = temporaryBeside(lock);
  try {
    createDurably(whole, Buffer.from(JSON.stringify(thisProcess())), { permissions: 0o600 });
    linkSync(whole, lock);
    return OURS;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return null;
    if (NO_LINKS.includes(errorCode(error))) return OURS;
    throw error;
  } finally {
    rmSync(whole, { force: true });
  }
}

const NO_LINKS: readonly string[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'];

/** Moves the lock of a dead process away; false when its owner lives. One that another process took meanwhile goes back. */
function isAbandoned(lock: string): boolean {
  const dead = ownerOf(lock);
  if (dead !== null && isAtWork(dead)) return false;
  const aside = temporaryBeside(lock);
  try {
    renameSync(lock, aside);
    const moved = ownerOf(aside);
    if (moved !== null && isAtWork(moved)) {
      linkSync(aside, lock);
      return false;
    }
    return true;
  } catch (error) {
    if (['ENOENT', 'EEXIST'].includes(errorCode(error))) return true;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function ownerOf(lock: string): Owner | null {
  try {
    const value: unknown = JSON.parse(readFileSync(lock, 'utf8'));
    return isOwner(value) ? value : null;
  } catch {
    return null;
  }
}
